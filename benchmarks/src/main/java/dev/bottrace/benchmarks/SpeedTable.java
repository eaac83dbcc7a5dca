package dev.bottrace.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures all that bottrace is to reach, each next to its floor in the same turn, checks that the
 * events are exactly those that there were, and prints the table of targets. What was measured is
 * kept in {@code benchmarks/target/speed.tsv}.
 *
 * <p>Arguments: how many turns (3), homes of JDKs (the one that runs this).
 */
public final class SpeedTable {
  /** What was measured. */
  static final Path FILE = Path.of("speed.tsv");

  static final String TITLES =
      """
      | what | on | at most | measured | |
      |---|---|---|---|---|""";

  /** A start is short, and varies most. */
  private static final int STARTS_PER_TURN = 5;

  private SpeedTable() {}

  /**
   * Prints the table.
   *
   * @param arguments as above
   * @throws Exception if a run failed, or a number was not the one expected
   */
  public static void main(String[] arguments) throws Exception {
    int turns = arguments.length == 0 ? 3 : Integer.parseInt(arguments[0]);
    Results results = new Results();
    for (Jdk jdk : Jdk.of(arguments)) {
      measure(jdk, turns, results);
      results.write(file(FILE));
      System.out.printf("%n%s, median of %d turns, CPU unless it says clock%n", jdk, turns);
      rows(results, jdk.toString()).forEach(System.out::println);
    }
  }

  /** Returns the lines of the table. */
  static List<String> rows(Results results, String jdk) {
    List<String> rows = new ArrayList<>(List.of(TITLES));
    rows.addAll(Targets.rows(results, jdk));
    return rows;
  }

  /** Returns where a file of results is. */
  static Path file(Path name) {
    return ChildProcess.project(Path.of("benchmarks", "target")).resolve(name);
  }

  private static void measure(Jdk jdk, int turns, Results results) throws Exception {
    RatioTable.measure(jdk, turns, results);
    programs(jdk, turns, results);
    StateTable.measure(jdk, turns, results);
    StartupTable.measure(jdk, STARTS_PER_TURN * turns, results);
    for (OtherTable table : OtherTable.values()) {
      table.measure(jdk, turns, results);
    }
  }

  private static void programs(Jdk jdk, int turns, Results results)
      throws IOException, InterruptedException {
    Path directory = ChildProcess.directory();
    try {
      ProgramRuns runs = new ProgramRuns(jdk, directory, results);
      for (RealProgram program : RealProgram.values()) {
        runs.check(program);
        runs.measureAllocation(program);
      }
      for (int turn = 0; turn < turns; turn++) {
        for (RealProgram program : RealProgram.values()) {
          runs.measure(program);
        }
      }
    } finally {
      ChildProcess.delete(directory);
    }
  }
}
