package dev.bottrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Runs copies of the shell script in an installation or a source checkout of their own, with a
 * stand-in for Java that prints its arguments in brackets.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
abstract class LauncherFixture {
  static final String PRINT_ARGUMENTS = "printf '[%s]' \"$@\"";

  /** What every run gives to the JVM first. */
  static final String JVM_OPTIONS =
      "[-Djava.system.class.loader=dev.bottrace.internal.launch.TracingClassLoader]"
          + "[--add-exports=java.base/jdk.internal.access=ALL-UNNAMED][-Xshare:auto]"
          + "[-XX:-PrintWarnings][-Xlog:disable][-Xlog:all=warning:stderr][-Xlog:cds=off:stderr]";

  final Path temp;
  final Path launcher;
  final Path jar;

  /**
   * What the launcher sees. PATH names no directory, so a program that it started would be missing.
   */
  final Map<String, String> environment = new TreeMap<>();

  LauncherFixture(Path temp) throws IOException {
    this.temp = temp.toRealPath();
    launcher = launcherIn("install/bin");
    jar = Files.createDirectories(file("install/lib")).resolve("bottrace.jar");
    Files.createFile(jar);
    environment.put("PATH", file("nowhere").toString());
    useJava("jdk", "17.0.15", PRINT_ARGUMENTS);
  }

  static Path script() {
    Path inModule = Path.of("bin/bottrace");
    return Files.exists(inModule) ? inModule : Path.of("bottrace-cli/bin/bottrace");
  }

  Path file(String name) {
    return temp.resolve(name);
  }

  Path launcherIn(String directory) throws IOException {
    Path launcher = Files.createDirectories(file(directory)).resolve("bottrace");
    return Files.copy(script(), launcher, StandardCopyOption.COPY_ATTRIBUTES);
  }

  /**
   * The launcher of a source checkout in which nothing was built, and the directory for what it
   * builds.
   */
  record Checkout(Path script, Path target) {}

  /** Makes a checkout and a Maven for it, in which {@code $jar} is the jar to be built. */
  Checkout checkout(String maven) throws IOException {
    Path launcher = launcherIn("check out/bottrace-cli/bin");
    Files.createFile(file("check out/pom.xml"));
    Files.createFile(file("check out/bottrace-cli/pom.xml"));
    onlyOnPath("mkdir", "mv", "rm", "rmdir", "sleep", "uname");
    program("path/mvn", "jar=\"${4%pom.xml}bottrace-cli/target/bottrace.jar\"\n" + maven);
    return new Checkout(launcher, file("check out/bottrace-cli/target"));
  }

  void onlyOnPath(String... names) throws IOException {
    for (String name : names) {
      Path found =
          Pattern.compile(File.pathSeparator)
              .splitAsStream(System.getenv("PATH"))
              .map(directory -> Path.of(directory, name))
              .filter(Files::isExecutable)
              .findFirst()
              .orElseThrow();
      program("path/" + name, "exec '" + found + "' \"$@\"");
    }
    environment.put("PATH", file("path").toString());
  }

  Path useJava(String home, String version, String body) throws IOException {
    Path java = program(home + "/bin/java", body);
    Files.writeString(
        file(home + "/release"), "OS_NAME=\"Linux\"\nJAVA_VERSION=\"" + version + "\"\n");
    environment.put("BOTTRACE_JAVA", java.toString());
    return java;
  }

  Path program(String name, String body) throws IOException {
    Path program = file(name);
    Files.createDirectories(program.getParent());
    Files.writeString(program, "#!/bin/sh\n" + body + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return program;
  }

  static Run error(String message) {
    return new Run(125, "", "bottrace: error: " + message + "\n");
  }

  Run run(String... arguments) throws IOException, InterruptedException {
    ProcessBuilder builder = builder("run", launcher);
    builder.command().addAll(List.of(arguments));
    return run(builder);
  }

  static Run run(ProcessBuilder builder) throws IOException, InterruptedException {
    return await(builder.start(), builder);
  }

  ProcessBuilder builder(String name, Object... command) {
    ProcessBuilder builder =
        new ProcessBuilder()
            .redirectInput(Redirect.from(new File("/dev/null")))
            .redirectOutput(file(name + ".out").toFile())
            .redirectError(file(name + ".err").toFile());
    for (Object word : command) {
      builder.command().add(word.toString());
    }
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder;
  }

  static Run await(Process process, ProcessBuilder builder)
      throws IOException, InterruptedException {
    return new Run(
        process.waitFor(),
        Files.readString(builder.redirectOutput().file().toPath()),
        Files.readString(builder.redirectError().file().toPath()));
  }

  record Run(int exitCode, String out, String err) {
    /** The JVM's arguments after those that every run has. */
    String command() {
      assertThat(out).startsWith(JVM_OPTIONS);
      return out.substring(JVM_OPTIONS.length())
          .replaceFirst("\\[[^\\[]*/bottrace\\.jar]", "[JAR]");
    }
  }
}
