package dev.bottrace.benchmarks;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs other JVMs. */
final class ChildProcess {
  private ChildProcess() {}

  /**
   * What a process did.
   *
   * @param nanos from start to end
   * @param errors its standard error, in lines
   */
  record Result(long nanos, List<String> errors) {
    /** Returns the numbers of the lines that begin with a word. */
    List<Long> numbers(String word) {
      List<Long> numbers = new ArrayList<>();
      for (String line : errors) {
        if (line.startsWith(word + " ")) {
          numbers.add(Long.parseLong(line.substring(word.length() + 1)));
        }
      }
      return numbers;
    }
  }

  /** Runs a process, whose standard output goes to a file, and fails if it does. */
  static Result run(Path javaHome, Path stdout, List<String> command)
      throws IOException, InterruptedException {
    File errors = File.createTempFile("bottrace", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(Redirect.from(new File("/dev/null")))
            .redirectOutput(stdout.toFile())
            .redirectError(errors);
    builder.environment().put("BOTTRACE_JAVA", java(javaHome));
    long start = System.nanoTime();
    int exitCode = builder.start().waitFor();
    long nanos = System.nanoTime() - start;
    List<String> lines = Files.readAllLines(errors.toPath());
    Files.delete(errors.toPath());
    if (exitCode != 0) {
      throw new IllegalStateException(exitCode + " from " + command + ": " + lines);
    }
    return new Result(nanos, lines);
  }

  static String java(Path javaHome) {
    return javaHome.resolve("bin").resolve("java").toString();
  }

  /** Finds the launcher script, in this directory or the one above. */
  static String launcher() {
    Path script = Path.of("bottrace-cli", "bin", "bottrace");
    for (Path directory : List.of(Path.of(""), Path.of(".."))) {
      Path found = directory.resolve(script).toAbsolutePath().normalize();
      if (Files.exists(found)) {
        return found.toString();
      }
    }
    throw new IllegalStateException("run this in the directory of the project: no " + script);
  }

  /** Makes a directory in memory, where the system offers that. */
  static Path directory() throws IOException {
    Path memory = Path.of("/dev/shm");
    return Files.isWritable(memory)
        ? Files.createTempDirectory(memory, "bottrace-benchmarks")
        : Files.createTempDirectory("bottrace-benchmarks");
  }

  static double median(List<Double> numbers) {
    List<Double> sorted = new ArrayList<>(numbers);
    sorted.sort(null);
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
