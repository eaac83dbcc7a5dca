package dev.bottrace.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Measures other tracers next to bottrace and the floors, all in turns, each in its most favourable
 * sensible configuration, and prints a table. What was measured is kept in {@code
 * benchmarks/target/others.tsv}. {@code -Pothers} resolves the tools.
 *
 * <p>Arguments: how many turns (3), homes of JDKs (the one that runs this), and anywhere among them
 * {@code --only=WORD,...}, workloads and parts of titles. Then only these are measured, and what
 * was measured is printed, but not kept.
 */
public final class OthersTable {
  /** What was measured. */
  static final Path FILE = Path.of("others.tsv");

  /** The workloads that are measured. */
  static final List<Workload> WORKLOADS =
      List.of(Workload.W1, Workload.W2, Workload.W3, Workload.W4);

  private static final Set<Variant> OURS =
      EnumSet.of(
          Variant.PLAIN,
          Variant.COUNT_FLOOR,
          Variant.COUNTS,
          Variant.TEXT_FLOOR,
          Variant.TEXT,
          Variant.BINARY_FLOOR,
          Variant.COMPACT);

  private OthersTable() {}

  /**
   * Prints the table.
   *
   * @param arguments as above
   * @throws Exception if a tool could not be made ready
   */
  public static void main(String[] arguments) throws Exception {
    if (!OthersFiles.areThere()) {
      throw new IllegalStateException("other tools are not there: build with -Pothers");
    }
    Selection selection = Selection.of(arguments);
    String[] others = Selection.others(arguments);
    int turns = others.length == 0 ? 3 : Integer.parseInt(others[0]);
    Results results = new Results();
    for (Jdk jdk : Jdk.of(others)) {
      Path directory = ChildProcess.directory();
      try {
        List<Way> ways = selection.ways(ways(jdk, directory, selection));
        measure(new CallRuns(jdk, directory, results), turns, ways, selection);
        if (selection.isAll()) {
          results.write(SpeedTable.file(FILE));
        }
        System.out.printf("%n%s, median of %d turns%n", jdk, turns);
        rows(results, jdk.toString()).forEach(System.out::println);
      } finally {
        ChildProcess.delete(directory);
      }
    }
  }

  /** Returns the lines of both tables. */
  static List<String> rows(Results results, String jdk) {
    List<String> lines = new ArrayList<>();
    lines.add("| ns per call, by the clock | W1 | W2 | W3 | W4 | remarks |");
    lines.add("|---|---:|---:|---:|---:|---|");
    List<String> titles = new ArrayList<>();
    OURS.forEach(variant -> titles.add(variant.title()));
    titles.addAll(Tool.COUNTING);
    titles.addAll(Tool.TRACING);
    for (String title : titles) {
      if (WORKLOADS.stream().anyMatch(workload -> isKnown(results, jdk, workload, title))) {
        lines.add(row(results, jdk, title));
      }
    }
    lines.add("");
    lines.add(SpeedTable.TITLES.replace("at most", "at least"));
    lines.addAll(Comparison.rows(results, jdk));
    return lines;
  }

  /** Tells whether a run was measured, or is known not to work. */
  static boolean isKnown(Results results, String jdk, Workload workload, String title) {
    return !results.values(jdk, workload, title, "clock").isEmpty()
        || results.note(jdk, workload, title) != null;
  }

  private static String row(Results results, String jdk, String title) {
    StringBuilder row = new StringBuilder("| " + title);
    Map<String, List<String>> remarks = new LinkedHashMap<>();
    for (Workload workload : WORKLOADS) {
      double nanos = results.median(jdk, workload, title, "clock");
      row.append(" | ")
          .append(Double.isNaN(nanos) ? "" : String.format(Locale.ROOT, "%,.1f", nanos));
      String note = results.note(jdk, workload, title);
      if (note != null) {
        remarks.computeIfAbsent(note, key -> new ArrayList<>()).add(workload.toString());
      }
    }
    StringJoiner all = new StringJoiner("; ");
    remarks.forEach((note, on) -> all.add(String.join(", ", on) + ": " + note));
    return row + " | " + all + " |";
  }

  private static List<Way> ways(Jdk jdk, Path directory, Selection selection)
      throws IOException, InterruptedException {
    List<Way> ways = new ArrayList<>(OURS);
    if (selection.names(AspectJ.COUNT_TITLE, AspectJ.TRACE_TITLE)) { // weaving takes its time
      ways.addAll(AspectJ.tools(jdk, directory));
    }
    ways.addAll(FlightRecorder.tools(jdk, directory));
    ways.addAll(Kieker.tools(directory));
    if (selection.names(BTrace.COUNT_TITLE, BTrace.TRACE_TITLE)) {
      ways.addAll(BTrace.tools(jdk, directory));
    }
    ways.addAll(Byteman.tools(directory));
    ways.addAll(OpenTelemetry.tools(directory));
    ways.addAll(AppMap.tools(directory));
    ways.addAll(Arthas.tools(directory));
    ways.add(new Debugger());
    return ways;
  }

  private static void measure(CallRuns runs, int turns, List<Way> ways, Selection selection)
      throws IOException, InterruptedException {
    for (int turn = 0; turn < turns; turn++) {
      for (Workload workload : selection.workloads(WORKLOADS)) {
        runs.measure(workload, ways);
      }
    }
  }
}
