package dev.bottrace.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.ToolProvider;

/**
 * Measures how long the smallest program takes from start to end, in whole processes that take
 * turns, and prints a table.
 *
 * <p>Arguments: how many turns (15), homes of JDKs (the one that runs this).
 */
public final class StartupTable {
  private static final String HELLO =
      """
      public class Hello {
        public static void main(String[] args) {
          System.out.println("Hello, world!");
        }
      }
      """;

  private StartupTable() {}

  /**
   * Prints the table.
   *
   * @param arguments as above
   * @throws Exception if a run failed
   */
  public static void main(String[] arguments) throws Exception {
    int turns = arguments.length == 0 ? 15 : Integer.parseInt(arguments[0]);
    Path directory = ChildProcess.directory();
    try {
      compile(directory);
      for (Path javaHome : RatioTable.javaHomes(arguments)) {
        System.out.printf("JDK in %s, median of %d turns%n", RatioTable.name(javaHome), turns);
        System.out.println("| run | ms | to java -cp |\n|---|---:|---:|");
        print(measure(javaHome, directory, turns));
      }
    } finally {
      for (String file : List.of("Hello.java", "Hello.class")) {
        Files.deleteIfExists(directory.resolve(file));
      }
      Files.delete(directory);
    }
  }

  private static void compile(Path directory) throws IOException {
    Path source = Files.writeString(directory.resolve("Hello.java"), HELLO);
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "--release", "17", "-g", source.toString());
    if (failed != 0) {
      throw new IllegalStateException("cannot compile " + source);
    }
  }

  private static Map<String, List<Double>> measure(Path javaHome, Path directory, int turns)
      throws IOException, InterruptedException {
    Map<String, List<Double>> millis = new LinkedHashMap<>();
    for (int turn = -1; turn < turns; turn++) {
      for (List<String> command : commands(javaHome, directory)) {
        long nanos = ChildProcess.run(javaHome, Path.of("/dev/null"), command).nanos();
        if (turn >= 0) {
          millis.computeIfAbsent(title(command), key -> new ArrayList<>()).add(nanos / 1e6);
        }
      }
    }
    return millis;
  }

  private static List<List<String>> commands(Path javaHome, Path directory) {
    String classPath = directory.toString();
    String launcher = ChildProcess.launcher();
    return List.of(
        List.of(ChildProcess.java(javaHome), "-cp", classPath, "Hello"),
        List.of(launcher, "run", "-cp", classPath, "Hello"),
        List.of(launcher, "run", "-cp", classPath, "Hello", "--call-counts"),
        List.of(launcher, "run", "-cp", classPath, "Hello", "--calls"));
  }

  private static String title(List<String> command) {
    return command.get(1).equals("-cp")
        ? "java -cp"
        : String.join(" ", command.subList(5, command.size()))
            .transform(options -> "bottrace run " + options)
            .strip();
  }

  private static void print(Map<String, List<Double>> millis) {
    List<Double> floor = millis.values().iterator().next();
    millis.forEach(
        (title, times) -> {
          List<Double> ratios = new ArrayList<>();
          for (int i = 0; i < times.size(); i++) {
            ratios.add(times.get(i) / floor.get(i));
          }
          System.out.printf(
              Locale.ROOT,
              "| %s | %.0f | %.2f |%n",
              title,
              ChildProcess.median(times),
              ChildProcess.median(ratios));
        });
  }
}
