package dev.bottrace.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToLongFunction;

/** Counts the events of a trace. */
final class Events {
  private Events() {}

  /** Counts the lines of a file, and those that a {@link CutFile} has lost. */
  static long lines(ChildProcess.Result result, Path file) throws IOException {
    return result.sum("cut-lines") + lines(file, result.sum("cut-bytes"));
  }

  static long lines(Path file) throws IOException {
    return lines(file, 0);
  }

  /** Counts those that come after so many bytes. */
  static long lines(Path file, long bytes) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(bytes);
      return lines(in);
    }
  }

  private static long lines(InputStream in) throws IOException {
    long lines = 0;
    byte[] bytes = new byte[1 << 16];
    for (int size = in.read(bytes); size >= 0; size = in.read(bytes)) {
      for (int i = 0; i < size; i++) {
        lines += bytes[i] == '\n' ? 1 : 0;
      }
    }
    return lines;
  }

  /** Returns how often a key, {@code "key":}, occurs in a file of JSON. */
  static long keys(Path file, String key) throws IOException {
    byte[] wanted = ('"' + key + "\":").getBytes(StandardCharsets.US_ASCII);
    long found = 0;
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = new byte[1 << 16];
      int matched = 0;
      for (int size = in.read(bytes); size >= 0; size = in.read(bytes)) {
        for (int i = 0; i < size; i++) {
          if (bytes[i] != wanted[matched]) {
            matched = bytes[i] == wanted[0] ? 1 : 0;
          } else if (++matched == wanted.length) {
            matched = 0;
            found++;
          }
        }
      }
    }
    return found;
  }

  /** Returns the sum of what {@code --call-counts} has written. */
  static long sumOfCounts(Path file) throws IOException {
    return sum(file, Events::count);
  }

  /** Returns the number of calls in a line of that, 0 if it is another line. */
  static long count(String line) {
    if (!line.startsWith(" ")) {
      return 0;
    }
    String[] words = line.strip().split(" ", 3);
    return words.length == 3 && words[1].equals("calls") ? Long.parseLong(words[0]) : 0;
  }

  static long sum(Path file, ToLongFunction<String> numbers) throws IOException {
    return Files.readAllLines(file).stream().mapToLong(numbers).sum();
  }

  /** Returns the lines that {@code bottrace print} makes of a compact trace. */
  static long printed(Jdk jdk, Path file) throws IOException, InterruptedException {
    List<String> command = List.of(ChildProcess.launcher(), "print", file.toString());
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("BOTTRACE_JAVA", ChildProcess.java(jdk.home()));
    Process process = builder.start();
    process.getOutputStream().close();
    long lines = lines(process.getInputStream());
    if (process.waitFor() != 0) {
      throw new IllegalStateException(process.exitValue() + " from " + command);
    }
    return lines;
  }
}
