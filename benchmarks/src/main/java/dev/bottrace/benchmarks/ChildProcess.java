package dev.bottrace.benchmarks;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs other JVMs. */
public final class ChildProcess {
  private static final long NANOS_PER_TICK = 10_000_000; // Linux counts 100 ticks a second
  private static final int PATIENCE_MINUTES = 3;

  private ChildProcess() {}

  /**
   * What a process did.
   *
   * @param nanos from start to end
   * @param cpuNanos what all its threads took of the CPU, in steps of 10 ms; 0 where Linux is not
   * @param errors its standard error, in lines
   */
  record Result(long nanos, long cpuNanos, List<String> errors) {
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

    /** Returns the sum of those, 0 if there is none. */
    long sum(String word) {
      return numbers(word).stream().mapToLong(Long::longValue).sum();
    }

    /** Returns the one number of the line that begins with a word. */
    long number(String word) {
      List<Long> numbers = numbers(word);
      if (numbers.size() != 1) {
        throw new IllegalStateException("not one line '" + word + "' in " + errors);
      }
      return numbers.get(0);
    }
  }

  /** A process that ended with an error, by which it says that it could not do as told. */
  static final class FailedException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    /** What stands below an exception in a stack trace. */
    private static final Pattern FRAME = Pattern.compile("\\s+(at |\\.\\.\\. \\d)");

    private final String reason;

    FailedException(int exitCode, List<String> command, List<String> errors) {
      super(exitCode + " from " + command + ": " + String.join("\n", errors));
      this.reason =
          errors.stream()
              .filter(line -> !FRAME.matcher(line).lookingAt())
              .reduce((earlier, later) -> later)
              .orElse("exit code " + exitCode);
    }

    /** Returns the last that it has said, but for the frames of a stack. */
    String reason() {
      return reason;
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
    long cpu = cpuOfChildren();
    long start = System.nanoTime();
    Process process = builder.start();
    boolean hasEnded = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
    int exitCode = hasEnded ? process.exitValue() : process.destroyForcibly().waitFor();
    long nanos = System.nanoTime() - start;
    List<String> lines = new ArrayList<>(Files.readAllLines(errors.toPath()));
    Files.delete(errors.toPath());
    if (!hasEnded) {
      lines.add("does not end within " + PATIENCE_MINUTES + " minutes");
    }
    if (exitCode != 0) {
      throw new FailedException(exitCode, command, lines);
    }
    return new Result(nanos, cpuOfChildren() - cpu, lines);
  }

  /**
   * Returns what all processes that this one has started took of the CPU, and that have ended.
   *
   * @return ns, in steps of 10 ms; 0 where Linux is not
   * @throws IOException if Linux does not tell
   */
  public static long cpuOfChildren() throws IOException {
    Path stat = Path.of("/proc/self/stat");
    if (!Files.exists(stat)) {
      return 0;
    }
    String line = Files.readString(stat);
    String[] behindName = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(behindName[13]) + Long.parseLong(behindName[14])) * NANOS_PER_TICK;
  }

  /**
   * Returns the command of a JDK.
   *
   * @param javaHome where the JDK is
   * @return its path
   */
  public static String java(Path javaHome) {
    return javaHome.resolve("bin").resolve("java").toString();
  }

  /**
   * Finds the launcher script.
   *
   * @return its path
   */
  public static String launcher() {
    return project(Path.of("bottrace-cli", "bin", "bottrace")).toString();
  }

  /**
   * Finds a file of the project, in this directory or the one above.
   *
   * @param file its path in the project
   * @return its absolute path
   */
  public static Path project(Path file) {
    for (Path directory : List.of(Path.of(""), Path.of(".."))) {
      Path found = directory.resolve(file).toAbsolutePath().normalize();
      if (Files.exists(found)) {
        return found;
      }
    }
    throw new IllegalStateException("run this in the directory of the project: no " + file);
  }

  /**
   * Makes a directory in memory, where the system offers that.
   *
   * @return its path
   * @throws IOException if it can't be made
   */
  public static Path directory() throws IOException {
    Path memory = Path.of("/dev/shm");
    return Files.isWritable(memory)
        ? Files.createTempDirectory(memory, "bottrace-benchmarks")
        : Files.createTempDirectory("bottrace-benchmarks");
  }

  /**
   * Deletes a directory and all that is in it.
   *
   * @param directory its path
   * @throws IOException if something can't be deleted
   */
  public static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  static double median(List<Double> numbers) {
    List<Double> sorted = new ArrayList<>(numbers);
    sorted.sort(null);
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  static double medianOf(List<Long> numbers) {
    List<Double> doubles = new ArrayList<>();
    numbers.forEach(number -> doubles.add((double) number));
    return median(doubles);
  }
}
