package dev.bottrace.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Runs small programs in JVMs of their own: by {@code java}, and by bottrace as the launcher script
 * starts it. The jar is not built yet when these tests run, so what is on the class path of the
 * tests stands in for it.
 */
final class BottraceProcess {
  private static final List<String> LOGS =
      List.of(
          "-Xshare:auto",
          "-XX:-PrintWarnings",
          "-Xlog:disable",
          "-Xlog:all=warning:stderr",
          "-Xlog:cds=off:stderr");

  /** How the launcher script starts the JVM. */
  enum Start {
    /** With our classes on the boot class path. */
    PREPARED,
    /** With our class loader as the system class loader. */
    PLAIN
  }

  private final Path directory;
  private final Start start;

  /** What a plain start finds our classes on. */
  private final String classPath;

  BottraceProcess(Path directory) {
    this(directory, Start.PREPARED);
  }

  BottraceProcess(Path directory, Start start) {
    this(directory, start, System.getProperty("java.class.path"));
  }

  private BottraceProcess(Path directory, Start start, String classPath) {
    this.directory = directory;
    this.start = start;
    this.classPath = classPath;
  }

  /** Starts plainly, and with other classes in the place of some of ours. */
  static BottraceProcess replacing(Path classes, Path directory) {
    return new BottraceProcess(
        directory,
        Start.PLAIN,
        classes + File.pathSeparator + System.getProperty("java.class.path"));
  }

  /**
   * How a run ended.
   *
   * @param exit its exit code
   * @param stdout data
   * @param stderr commentary
   */
  record Run(int exit, String stdout, String stderr) {
    /** Returns this run as it would be without trace. */
    Run program() {
      String lines =
          stdout
              .lines()
              .filter(line -> !TraceLines.isEvent(line))
              .collect(Collectors.joining("\n"));
      boolean ended = stdout.endsWith("\n") && !lines.isEmpty();
      return new Run(exit, ended ? lines + "\n" : lines, stderr);
    }

    List<String> trace() {
      return stdout.lines().filter(line -> TraceLines.isEvent(line)).toList();
    }
  }

  /** Writes a file; returns its path. */
  Path file(String name, String content) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  /** Reads a trace from a file. */
  TraceLines trace(String name) throws IOException {
    return new TraceLines(Files.readAllLines(directory.resolve(name)));
  }

  /** Compiles a class into the directory. */
  void compile(String name, String source) throws IOException {
    Path file = file("src/" + name + ".java", source);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of("-g", "-nowarn", "-d", directory.toString(), "-cp", directory.toString());
    List<String> arguments = new ArrayList<>(options);
    arguments.add(file.toString());
    if (compiler.run(null, null, null, arguments.toArray(new String[0])) != 0) {
      throw new IllegalArgumentException(name + " does not compile");
    }
  }

  Run java(String... arguments) throws IOException, InterruptedException {
    return start(command(List.of(), arguments)).await("");
  }

  Run bottrace(String... arguments) throws IOException, InterruptedException {
    return launch(List.of(), arguments).await("");
  }

  /** Starts bottrace as its script does, with options for the JVM. */
  Running launch(List<String> jvm, String... arguments) throws IOException {
    return start(command(launcher(jvm, startFor(arguments)), arguments));
  }

  /** Runs a line of shell, in which {@code $BOTTRACE} stands for bottrace with its JVM. */
  Run shell(String line) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("bash", "-c", line);
    builder.environment().put("BOTTRACE", String.join(" ", command(launcher(List.of(), start))));
    return start(builder).await("");
  }

  private List<String> launcher(List<String> jvm, Start start) {
    List<String> options = new ArrayList<>();
    if (start == Start.PLAIN) {
      options.add("-Djava.system.class.loader=dev.bottrace.internal.launch.TracingClassLoader");
    }
    if (start == Start.PLAIN || Runtime.version().feature() >= 24) {
      options.add("--add-exports=java.base/jdk.internal.access=ALL-UNNAMED");
    }
    options.addAll(LOGS);
    options.addAll(jvm);
    if (start == Start.PREPARED) {
      options.add("-Xbootclasspath/a:" + TestJars.boot());
    }
    String ours = start == Start.PREPARED ? TestJars.bottrace().toString() : classPath;
    options.addAll(List.of("-cp", ours, "dev.bottrace.cli.Main"));
    return options;
  }

  /** As the launcher script chooses. */
  private Start startFor(String... arguments) {
    return List.of(arguments).stream().anyMatch(argument -> argument.endsWith(".java"))
        ? Start.PLAIN
        : start;
  }

  private static List<String> command(List<String> options, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of(arguments));
    return command;
  }

  private Running start(List<String> command) throws IOException {
    return start(new ProcessBuilder(command));
  }

  private Running start(ProcessBuilder builder) throws IOException {
    builder.environment().keySet().removeAll(List.of("CLASSPATH", "JAVA_TOOL_OPTIONS"));
    Path stderr = Files.createTempFile("stderr", ".txt");
    builder.directory(directory.toFile()).redirectError(stderr.toFile());
    return new Running(builder.start(), stderr);
  }

  /**
   * A run that goes on.
   *
   * @param process its process
   * @param stderr where its commentary goes
   */
  record Running(Process process, Path stderr) {
    /** Waits for some lines of stdout; returns them. */
    List<String> readLines(int count) throws IOException {
      StringBuilder lines = new StringBuilder();
      for (int left = count; left > 0; ) {
        int next = process.getInputStream().read();
        if (next < 0) {
          throw new AssertionError("only " + lines);
        }
        lines.append((char) next);
        left -= next == '\n' ? 1 : 0;
      }
      return lines.toString().lines().toList();
    }

    Run await(String stdin) throws IOException, InterruptedException {
      process.getOutputStream().write(stdin.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().close();
      String stdout = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("did not end: " + stdout);
      }
      String commentary = Files.readString(stderr);
      Files.delete(stderr);
      return new Run(process.exitValue(), stdout, commentary);
    }
  }
}
