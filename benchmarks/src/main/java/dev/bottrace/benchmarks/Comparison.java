package dev.bottrace.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** How much faster than others we are to be, and are, by the clock. */
final class Comparison {
  private static final Workload[] SHOWN = {Workload.W1, Workload.W3};

  private final Results results;
  private final String jdk;

  private Comparison(Results results, String jdk) {
    this.results = results;
    this.jdk = jdk;
  }

  /** Returns the rows of the table, without that of another that this JDK does not have. */
  static List<String> rows(Results results, String jdk) {
    Comparison comparison = new Comparison(results, jdk);
    List<String> rows = new ArrayList<>();
    rows.add(
        comparison.row("exact counting, to the best other", Variant.COUNTS, 1.5, Tool.COUNTING));
    rows.add(
        comparison.row(
            "full trace in text, to an aspect by hand",
            Variant.TEXT,
            1,
            List.of(AspectJ.TRACE_TITLE)));
    rows.add(
        comparison.row(
            "full trace in text, to the better of Kieker and BTrace",
            Variant.TEXT,
            4,
            List.of(Kieker.TITLE, BTrace.TRACE_TITLE)));
    if (OthersTable.isKnown(results, jdk, Workload.W1, FlightRecorder.TRACE_TITLE)) {
      rows.add(
          comparison.row(
              "full trace in compact form, to `jdk.MethodTrace`",
              Variant.COMPACT,
              3,
              List.of(FlightRecorder.TRACE_TITLE)));
    }
    return rows;
  }

  private String row(String what, Variant ours, double limit, List<String> theirs) {
    Target target = new Target(what, "W1, W3", limit + " x as fast");
    for (Workload workload : SHOWN) {
      double best = Double.NaN;
      for (String title : theirs) {
        double ratio = results.ratio(jdk, workload, title, ours.title(), "clock");
        best = Double.isNaN(best) || ratio < best ? ratio : best;
      }
      target.atLeast(limit, workload.toString(), best);
    }
    return target.row();
  }
}
