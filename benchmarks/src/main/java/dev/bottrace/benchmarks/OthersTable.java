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
 * <p>Arguments: how many turns (3), homes of JDKs (the one that runs this).
 */
public final class OthersTable {
  /** What was measured. */
  static final Path FILE = Path.of("others.tsv");

  /** The workloads that are measured. */
  static final List<Workload> WORKLOADS =
      List.of(Workload.W1, Workload.W2, Workload.W3, Workload.W4);

  private static final Set<Variant> OURS = EnumSet.range(Variant.PLAIN, Variant.COMPACT);

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
    int turns = arguments.length == 0 ? 3 : Integer.parseInt(arguments[0]);
    Results results = new Results();
    for (Jdk jdk : Jdk.of(arguments)) {
      Path directory = ChildProcess.directory();
      try {
        List<Tool> tools = tools(jdk, directory);
        measure(jdk, turns, ways(tools), directory, results);
        results.write(SpeedTable.file(FILE));
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
    for (Variant variant : OURS) {
      lines.add(row(results, jdk, variant.title()));
    }
    for (List<String> titles : List.of(Tool.COUNTING, Tool.TRACING)) {
      for (String title : titles) {
        lines.add(row(results, jdk, title));
      }
    }
    lines.add("");
    lines.add(SpeedTable.TITLES.replace("at most", "at least"));
    lines.addAll(Comparison.rows(results, jdk));
    return lines;
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

  private static List<Tool> tools(Jdk jdk, Path directory)
      throws IOException, InterruptedException {
    List<Tool> tools = new ArrayList<>();
    tools.addAll(AspectJ.tools(jdk, directory));
    tools.addAll(FlightRecorder.tools(jdk, directory));
    tools.addAll(Kieker.tools(directory));
    tools.addAll(BTrace.tools(jdk, directory));
    tools.addAll(Byteman.tools(directory));
    tools.add(new Debugger());
    return tools;
  }

  private static List<Way> ways(List<Tool> tools) {
    List<Way> ways = new ArrayList<>(OURS);
    ways.addAll(tools);
    return ways;
  }

  private static void measure(Jdk jdk, int turns, List<Way> ways, Path directory, Results results)
      throws IOException, InterruptedException {
    CallRuns runs = new CallRuns(jdk, directory, results);
    for (int turn = 0; turn < turns; turn++) {
      for (Workload workload : WORKLOADS) {
        runs.measure(workload, ways);
      }
    }
  }
}
