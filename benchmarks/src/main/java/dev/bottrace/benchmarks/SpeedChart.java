package dev.bottrace.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws what a call takes with each tool, as bars on a logarithmic scale, in SVG. */
final class SpeedChart {
  private static final int WIDTH = 760;
  private static final int LABELS = 270;
  private static final int BAR = 9;
  private static final int ROW = 28;
  private static final int TITLE = 34;
  private static final int TICKS = 16;
  private static final double LEAST = 0.1;
  private static final double MOST = 100_000;

  /** Colours that can be read on white and on black. */
  private static final String STYLE =
      """
      <style>
        text { font: 13px sans-serif; fill: #57606a }
        .title { font-weight: bold }
        .value { font-size: 11px }
        .axis { stroke: #8b949e; stroke-opacity: .35 }
        .floor { fill: #8b949e }
        .ours { fill: #1a7f64 }
        .other { fill: #bf6a1f }
        .second { opacity: .55 }
        @media (prefers-color-scheme: dark) {
          text { fill: #c9d1d9 }
          .ours { fill: #3fb98f }
          .other { fill: #e08e45 }
        }
      </style>""";

  private final Results results;
  private final String jdk;
  private final List<String> lines = new ArrayList<>();
  private int y;

  private SpeedChart(Results results, String jdk) {
    this.results = results;
    this.jdk = jdk;
  }

  static String draw(Results results, String jdk) {
    SpeedChart chart = new SpeedChart(results, jdk);
    chart.panel(
        "Counting calls: ns per call, W1 and (pale) W3, " + jdk,
        List.of(Variant.COUNT_FLOOR.title()),
        List.of(Variant.COUNTS.title()),
        Tool.COUNTING);
    chart.panel(
        "A full trace in a file: ns per call, W1 and (pale) W3, " + jdk,
        List.of(Variant.BINARY_FLOOR.title(), Variant.TEXT_FLOOR.title()),
        List.of(Variant.COMPACT.title(), Variant.TEXT.title()),
        Tool.TRACING);
    return String.format(
            Locale.ROOT,
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' role='img'>%n",
            WIDTH,
            chart.y)
        + STYLE
        + "\n"
        + String.join("\n", chart.lines)
        + "\n</svg>\n";
  }

  private void panel(String title, List<String> floors, List<String> ours, List<String> others) {
    y += TITLE;
    lines.add(text("title", 0, y - 12, title));
    int top = y;
    floors.forEach(run -> row(run, "floor"));
    ours.forEach(run -> row(run, "ours"));
    others.forEach(run -> row(run, "other"));
    for (double nanos = LEAST; nanos <= MOST; nanos *= 10) {
      lines.add(
          String.format(
              Locale.ROOT,
              "<line class='axis' x1='%1$.1f' x2='%1$.1f' y1='%2$d' y2='%3$d'/>",
              x(nanos),
              top,
              y));
      String tick = String.format(Locale.ROOT, nanos < 1 ? "%.1f" : "%,.0f", nanos);
      lines.add(text("value", x(nanos), y + 12, tick));
    }
    y += TICKS;
  }

  private void row(String run, String kind) {
    double first = results.median(jdk, Workload.W1, run, "clock");
    double second = results.median(jdk, Workload.W3, run, "clock");
    if (Double.isNaN(first) || Double.isNaN(second)) {
      return;
    }
    lines.add(text("label", 0, y + 14, run));
    bar(kind, y, first);
    bar(kind + " second", y + BAR + 1, second);
    String values = String.format(Locale.ROOT, "%s / %s", number(first), number(second));
    lines.add(text("value", x(Math.max(first, second)) + 6, y + 14, values));
    y += ROW;
  }

  private static String number(double nanos) {
    return String.format(Locale.ROOT, nanos < 100 ? "%.1f" : "%,.0f", nanos);
  }

  private void bar(String kind, int top, double nanos) {
    lines.add(
        String.format(
            Locale.ROOT,
            "<rect class='%s' x='%d' y='%d' width='%.1f' height='%d'/>",
            kind,
            LABELS,
            top,
            x(nanos) - LABELS,
            BAR));
  }

  private static double x(double nanos) {
    double share = Math.log(Math.max(LEAST, nanos) / LEAST) / Math.log(MOST / LEAST);
    return LABELS + share * (WIDTH - LABELS - 100);
  }

  private static String text(String kind, double x, int y, String text) {
    return String.format(
        Locale.ROOT, "<text class='%s' x='%.1f' y='%d'>%s</text>", kind, x, y, text);
  }
}
