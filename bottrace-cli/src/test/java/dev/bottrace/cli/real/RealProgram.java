package dev.bottrace.cli.real;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program from elsewhere.
 *
 * @param name of its folder
 * @param jvmOptions what it asks of the JVM
 * @param mainClass its main class
 * @param options what bottrace is asked for
 * @param arguments its arguments
 */
record RealProgram(
    String name,
    List<String> jvmOptions,
    String mainClass,
    List<String> options,
    List<String> arguments) {

  /** What a run left behind. */
  record Run(int exitCode, String stdout, String stderr) {}

  private static Path programs() {
    return Path.of(System.getProperty("bottrace.programs"));
  }

  private String classPath() {
    return programs().resolve(name) + File.separator + "*";
  }

  Run plain(Path jdk, Path directory) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(jdk.resolve("bin/java").toString());
    command.addAll(jvmOptions);
    command.addAll(List.of("-cp", classPath(), mainClass));
    command.addAll(arguments);
    return run(command, jdk, directory);
  }

  Run traced(Path jdk, Path directory, Path trace) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("--calls", "--out", trace.toString()));
    all.addAll(options);
    return under(jdk, directory, all);
  }

  /** Runs the program under bottrace with some options and no others. */
  Run under(Path jdk, Path directory, List<String> bottraceOptions)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(launcher().toString(), "run"));
    command.addAll(bottraceOptions);
    jvmOptions.forEach(option -> command.add("-J" + option));
    command.addAll(List.of("-cp", classPath(), mainClass, "--"));
    command.addAll(arguments);
    return run(command, jdk, directory);
  }

  private static Path launcher() {
    return Path.of("bin", "bottrace").toAbsolutePath();
  }

  private static Run run(List<String> command, Path jdk, Path directory)
      throws IOException, InterruptedException {
    Path stdout = Files.createTempFile(directory, "run", ".out");
    Path stderr = Files.createTempFile(directory, "run", ".err");
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().put("BOTTRACE_JAVA", jdk.resolve("bin/java").toString());
    builder.environment().keySet().removeAll(Arrays.asList("JAVA_TOOL_OPTIONS", "CLASSPATH"));
    builder.redirectOutput(stdout.toFile()).redirectError(stderr.toFile());
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(4, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("still running: " + command);
    }
    return new Run(
        process.exitValue(),
        Files.readString(stdout, StandardCharsets.ISO_8859_1),
        Files.readString(stderr, StandardCharsets.ISO_8859_1));
  }
}
