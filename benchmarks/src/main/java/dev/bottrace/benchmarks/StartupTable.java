package dev.bottrace.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.ToolProvider;

/**
 * Measures how long the smallest program takes from start to end, in whole processes that take
 * turns, and prints a table.
 *
 * <p>Arguments: how many turns (15), homes of JDKs (the one that runs this).
 */
public final class StartupTable {
  static final String HELLO = "Hello";
  static final String PLAIN = "java -cp";
  static final String BARE = "bottrace run";
  static final String CALLS = "bottrace run --calls";

  private static final List<String> TITLES =
      List.of(PLAIN, BARE, "bottrace run --call-counts", CALLS);

  private StartupTable() {}

  /**
   * Prints the table.
   *
   * @param arguments as above
   * @throws Exception if a run failed
   */
  public static void main(String[] arguments) throws Exception {
    int turns = arguments.length == 0 ? 15 : Integer.parseInt(arguments[0]);
    Results results = new Results();
    for (Jdk jdk : Jdk.of(arguments)) {
      measure(jdk, turns, results);
      System.out.printf("%s, median of %d turns%n", jdk, turns);
      System.out.println("| run | ms | to java -cp |\n|---|---:|---:|");
      for (String title : TITLES) {
        System.out.printf(
            Locale.ROOT,
            "| %s | %.0f | %.2f |%n",
            title,
            results.median(jdk.toString(), HELLO, title, "millis"),
            results.ratio(jdk.toString(), HELLO, title, PLAIN, "millis"));
      }
    }
  }

  /** Measures {@link #HELLO}, metric {@code millis}. */
  static void measure(Jdk jdk, int turns, Results results)
      throws IOException, InterruptedException {
    Path directory = ChildProcess.directory();
    try {
      compile(directory);
      for (int turn = -1; turn < turns; turn++) {
        for (String title : TITLES) {
          List<String> command = command(jdk, directory, title);
          long nanos = ChildProcess.run(jdk.home(), Path.of("/dev/null"), command).nanos();
          if (turn >= 0) {
            results.add(jdk, HELLO, title, "millis", nanos / 1e6);
          }
        }
      }
    } finally {
      ChildProcess.delete(directory);
    }
  }

  private static List<String> command(Jdk jdk, Path directory, String title) {
    List<String> command = new ArrayList<>();
    if (title.equals(PLAIN)) {
      command.add(ChildProcess.java(jdk.home()));
    } else {
      command.addAll(List.of(ChildProcess.launcher(), "run"));
    }
    command.addAll(List.of("-cp", directory.toString(), HELLO));
    List<String> options = List.of(title.split(" ", -1));
    command.addAll(options.subList(2, options.size()));
    return command;
  }

  private static void compile(Path directory) throws IOException {
    Path source = ChildProcess.project(Path.of("examples", "Hello.java"));
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "--release",
                "17",
                "-g",
                "-d",
                directory.toString(),
                source.toString());
    if (failed != 0) {
      throw new IllegalStateException("cannot compile " + source);
    }
  }
}
