package dev.bottrace.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** An installation of the launcher with a jar like bottrace.jar, and a program. */
abstract class InstallationFixture extends LauncherFixture {
  static final String PREPARED = "jdk.internal.loader.ClassLoaders$AppClassLoader";
  static final String PLAIN = "dev.bottrace.internal.launch.TracingClassLoader";

  InstallationFixture(Path temp) throws IOException {
    super(temp);
    TestJars.writeBottraceJar(jar);
    environment.put("PATH", System.getenv("PATH"));
    environment.put(
        "BOTTRACE_JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString());
    new BottraceProcess(file("program"))
        .compile(
            "Hello",
            """
            public class Hello {
              public static void main(String[] a) {
                System.out.println(Hello.class.getClassLoader().getClass().getName());
              }
            }
            """);
  }

  static Run traced(String loader) {
    return new Run(0, "CALL Hello.main Hello.java:3\n" + loader + "\nRETURN Hello.main\n", "");
  }

  ProcessBuilder hello(String name, String... more) {
    ProcessBuilder builder =
        builder(name, launcher, "run", "--calls", "-cp", file("program"), "Hello");
    builder.command().addAll(List.of(more));
    return builder;
  }

  Run trace(String... more) throws IOException, InterruptedException {
    return run(hello("hello", more));
  }
}
