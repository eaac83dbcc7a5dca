package dev.bottrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes that loaders of the program define have their probes, in both kinds of start. */
class OtherLoadersTest extends InstallationFixture {
  /** An option that archives depend on, so the start is a plain one. */
  private static final String PLAIN_START = "-J-Xshare:auto";

  private static final String PREPARED_START = "-J-Dany=thing";

  private static final String PLUGIN_RUNS =
      """
      CALL Plugin.<init> Plugin.java:1
      RETURN Plugin.<init>
      CALL Plugin.run Plugin.java:3
      CALL Plugin.twice Plugin.java:6
      RETURN Plugin.twice
      RETURN Plugin.run
      """;

  private final BottraceProcess program = new BottraceProcess(file("program"));

  OtherLoadersTest(@TempDir Path temp) throws IOException {
    super(temp);
    new BottraceProcess(Files.createDirectories(file("plug in")))
        .compile(
            "Plugin",
            """
            public class Plugin implements Runnable {
              public void run() {
                System.out.println("plug-in " + twice(21));
              }
              static int twice(int n) {
                int result = n * 2;
                if (n < 0) {
                  Runtime.getRuntime().halt(3);
                }
                return result;
              }
              public static class Ends extends Plugin {
                public void run() {
                  twice(-1);
                }
              }
              public static class Fails extends Plugin {
                public void run() {
                  throw new IllegalStateException(getClass().getClassLoader().toString());
                }
              }
            }
            """);
    program.compile(
        "Host",
        """
        import java.net.*;
        import java.nio.file.*;
        public class Host {
          static class Own extends ClassLoader {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
              try {
                byte[] b = Files.readAllBytes(Path.of("plug in", name + ".class"));
                return defineClass(name, b, 0, b.length);
              } catch (java.io.IOException e) {
                throw new ClassNotFoundException(name);
              }
            }
            @Override
            public String toString() {
              return "own";
            }
          }
          static class Filtering extends Own {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
              if (name.startsWith("java.")) return super.loadClass(name, resolve);
              if (name.startsWith("Plugin")) return findClass(name);
              System.out.println("asked for " + name);
              throw new ClassNotFoundException(name);
            }
          }
          public static void main(String[] a) throws Exception {
            ClassLoader loader = switch (a[0]) {
              case "url" -> new URLClassLoader(new URL[] {Path.of("plug in").toUri().toURL()});
              case "jar" -> new URLClassLoader(new URL[] {Path.of("plugin.jar").toUri().toURL()});
              case "alone" ->
                  new URLClassLoader(new URL[] {Path.of("plug in").toUri().toURL()}, null);
              case "own" -> new Own();
              case "filtering" -> new Filtering();
              default -> {
                byte[] b = Files.readAllBytes(Path.of("plug in", "Plugin.class"));
                java.lang.invoke.MethodHandles.lookup().defineClass(b);
                yield Host.class.getClassLoader();
              }
            };
            ((Runnable) loader.loadClass(a[1]).getConstructor().newInstance()).run();
          }
        }
        """);
  }

  private Run host(String start, String... arguments) throws IOException, InterruptedException {
    List<Object> command = new ArrayList<>(List.of(launcher, "run", start, "-cp", file("program")));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = builder("host", command.toArray());
    return run(builder.directory(temp.toFile()));
  }

  private Run java(String... arguments) throws IOException, InterruptedException {
    List<Object> command =
        new ArrayList<>(List.of(environment.get("BOTTRACE_JAVA"), "-cp", file("program")));
    command.addAll(List.of(arguments));
    return run(builder("java", command.toArray()).directory(temp.toFile()));
  }

  private String trace() throws IOException {
    return Files.readString(file("trace.txt"));
  }

  @ParameterizedTest
  @ValueSource(strings = {PREPARED_START, PLAIN_START})
  void classes_of_other_loaders_are_in_scope_like_all_others(String start) throws Exception {
    for (String way : List.of("url", "own", "lookup", "alone")) {
      Run plain = java("Host", way, "Plugin");
      Run run = host(start, "--calls", "--out", "trace.txt", "Host", way, "Plugin");

      assertThat(run).as(way).isEqualTo(plain).isEqualTo(new Run(0, "plug-in 42\n", ""));
      assertThat(trace()).as(way).endsWith(PLUGIN_RUNS + "RETURN Host.main\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {PREPARED_START, PLAIN_START})
  void what_is_traced_is_written_when_such_a_class_halts_the_jvm(String start) throws Exception {
    Run run = host(start, "--calls", "--out", "trace.txt", "Host", "url", "Plugin$Ends");

    assertThat(run).isEqualTo(new Run(3, "", ""));
    assertThat(trace())
        .endsWith(
            "RETURN Plugin.twice !exit\nRETURN Plugin$Ends.run !exit\nRETURN Host.main !exit\n");
  }

  @Test
  void exceptions_look_as_under_java() throws Exception {
    Run plain = java("Host", "own", "Plugin$Fails");
    Run run = host(PLAIN_START, "--calls", "--out", "trace.txt", "Host", "own", "Plugin$Fails");

    assertThat(run).isEqualTo(plain);
    assertThat(trace()).contains("RETURN Plugin$Fails.run !java.lang.IllegalStateException\n");
  }

  /** As loaders of OSGi bundles do. */
  @ParameterizedTest
  @ValueSource(strings = {PREPARED_START, PLAIN_START})
  void those_of_a_loader_that_shows_them_the_jdk_alone_are_too(String start) throws Exception {
    Run plain = java("Host", "filtering", "Plugin");
    Run run =
        host(
            start,
            "--calls",
            "--include",
            "Plugin",
            "--out",
            "trace.txt",
            "Host",
            "filtering",
            "Plugin");

    assertThat(run).isEqualTo(plain).isEqualTo(new Run(0, "plug-in 42\n", ""));
    assertThat(trace()).isEqualTo(PLUGIN_RUNS);
  }

  @Test
  void a_loader_is_as_under_java_for_all_other_names() throws Exception {
    for (String name : List.of("com.acme.None", "dev.bottrace.runtime.None", "Plugin$None", "")) {
      Run plain = java("Host", "filtering", name);
      Run run = host(PLAIN_START, "--calls", "--out", "trace.txt", "Host", "filtering", name);

      assertThat(run).as(name).isEqualTo(plain);
      assertThat(run.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void a_loader_that_is_not_traced_shows_its_classes_their_probes_too() throws Exception {
    Run run =
        host(
            PREPARED_START,
            "--call-counts",
            "--locals",
            "--on-exception",
            "snapshot",
            "--include",
            "Plugin",
            "--out",
            "trace.txt",
            "Host",
            "filtering",
            "Plugin$Fails");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(trace()).contains("1 calls to Plugin$Fails.run").doesNotContain("to Host");
  }

  @Test
  void a_breakpoint_binds_there_and_its_watches_see_the_class() throws Exception {
    Run run =
        host(
            PLAIN_START,
            "--breakpoint",
            "Plugin.java:10 if n == 21",
            "--watch",
            "Plugin.twice(n + 1)",
            "--json-out",
            "snapshots.json",
            "Host",
            "url",
            "Plugin");

    assertThat(run).isEqualTo(new Run(0, "plug-in 42\n", ""));
    assertThat(Files.readString(file("snapshots.json")))
        .contains("\"expression\":\"Plugin.twice(n + 1)\",\"value\":\"44\",\"error\":null");
  }

  @Test
  void a_call_between_included_classes_crosses_no_border() throws Exception {
    host(
        PLAIN_START,
        "--calls",
        "--include",
        "Plugin",
        "--include",
        "Host",
        "--calls-to",
        "Plugin",
        "--out",
        "trace.txt",
        "Host",
        "url",
        "Plugin");

    assertThat(trace()).endsWith(PLUGIN_RUNS + "RETURN Host.main\n");
  }

  @Test
  void a_jar_is_a_library_unless_it_is_included() throws Exception {
    try (var out = new java.util.jar.JarOutputStream(Files.newOutputStream(file("plugin.jar")))) {
      out.putNextEntry(new java.util.zip.ZipEntry("Plugin.class"));
      out.write(Files.readAllBytes(file("plug in/Plugin.class")));
    }
    host(PLAIN_START, "--calls", "--out", "trace.txt", "Host", "jar", "Plugin");
    assertThat(trace()).contains("CALL Host.main").doesNotContain("Plugin");

    host(
        PLAIN_START,
        "--calls",
        "--include",
        "Plugin",
        "--out",
        "trace.txt",
        "Host",
        "jar",
        "Plugin");
    assertThat(trace()).contains("CALL Plugin.run").doesNotContain("Host");
  }
}
