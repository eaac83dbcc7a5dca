package dev.bottrace.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures what bottrace takes for each call, next to the floors, and prints a table. A ratio is
 * the median of the ratios within each turn.
 *
 * <p>Arguments: how many turns (5), homes of JDKs (the one that runs this).
 */
public final class RatioTable {
  private static final String TITLES =
      """
      | workload | run | CPU | to its floor | clock | to its floor |
      |---|---|---:|---:|---:|---:|""";

  /**
   * Turns of what has to cost nothing, for each turn of the rest: 3 % are less than what two turns
   * of the same are apart on a machine whose processor changes its speed.
   */
  static final int TURNS_OF_FREE = 3;

  private RatioTable() {}

  /**
   * Prints the table.
   *
   * @param arguments as above
   * @throws Exception if a run failed, or a number was not the one expected
   */
  public static void main(String[] arguments) throws Exception {
    int turns = arguments.length == 0 ? 5 : Integer.parseInt(arguments[0]);
    Results results = new Results();
    for (Jdk jdk : Jdk.of(arguments)) {
      measure(jdk, turns, results);
      System.out.printf("%n%s, ns per call, median of %d turns%n", jdk, turns);
      rows(results, jdk.toString()).forEach(System.out::println);
    }
  }

  static void measure(Jdk jdk, int turns, Results results)
      throws IOException, InterruptedException {
    Path directory = ChildProcess.directory();
    try {
      CallRuns runs = new CallRuns(jdk, directory, results);
      for (int turn = 0; turn < turns; turn++) {
        for (Workload workload : Workload.values()) {
          runs.measure(workload, Variant.on(workload));
        }
        for (int more = 1; more < TURNS_OF_FREE; more++) {
          runs.measure(Workload.W3, Variant.free());
        }
      }
    } finally {
      ChildProcess.delete(directory);
    }
  }

  /** Returns the lines of the table. */
  static List<String> rows(Results results, String jdk) {
    List<String> rows = new ArrayList<>(List.of(TITLES));
    for (Workload workload : Workload.values()) {
      for (Variant variant : Variant.on(workload)) {
        String cpu = cells(results, jdk, workload, variant, "cpu");
        String clock = cells(results, jdk, workload, variant, "clock");
        rows.add(String.format("| %s | %s | %s | %s |", workload, variant.title(), cpu, clock));
      }
    }
    return rows;
  }

  private static String cells(
      Results results, String jdk, Workload workload, Variant variant, String metric) {
    Variant floor = variant.floor();
    double ratio =
        floor == null
            ? Double.NaN
            : results.ratio(jdk, workload, variant.title(), floor.title(), metric);
    return String.format(
        Locale.ROOT,
        "%.1f | %s",
        results.median(jdk, workload, variant.title(), metric),
        Double.isFinite(ratio) ? String.format(Locale.ROOT, "%.2f", ratio) : ""); // 0 of 0
  }
}
