package dev.bottrace.assertj;

import dev.bottrace.trace.TracedMethod;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where a trace parts from its golden file, for a person to read. */
final class GoldenDifference {
  /** How many lines are shown before and after the first difference, and of each side. */
  private static final int AROUND = 2;

  private static final int OF_EACH_SIDE = 6;

  /** How far it is looked for the place where both sides are the same again. */
  private static final int AHEAD = 200;

  private final List<GoldenLine> golden;
  private final List<GoldenLine> actual;
  private final int at;
  private final StringBuilder text = new StringBuilder();

  private GoldenDifference(List<GoldenLine> golden, List<GoldenLine> actual, int at) {
    this.golden = golden;
    this.actual = actual;
    this.at = at;
  }

  /** Returns the message; null if nothing differs. */
  static @Nullable String of(
      GoldenFile file, List<GoldenFile.Line> lines, List<GoldenLine> actual) {
    List<GoldenLine> golden =
        lines.stream().map(line -> new GoldenLine(line.text(), null)).toList();
    int at = 0;
    while (at < golden.size()
        && at < actual.size()
        && textOf(golden, at).equals(textOf(actual, at))) {
      at++;
    }
    if (at == golden.size() && at == actual.size()) {
      return null;
    }
    int line = at < lines.size() ? lines.get(at).number() : 0;
    return new GoldenDifference(golden, actual, at).message(file, line);
  }

  private static String textOf(List<GoldenLine> lines, int index) {
    return lines.get(index).text();
  }

  private String message(GoldenFile file, int number) {
    text.append("Expected the trace to be as in ").append(file.shown()).append("\nbut ");
    text.append(number == 0 ? "it goes on after the end of it" : "they part in line " + number);
    text.append(" (- file, + trace):\n\n");
    context();
    sides();
    place();
    text.append("\nThe file has ").append(count(golden));
    text.append(String.format(Locale.ROOT, ", the trace %,d.", actual.size()));
    return text.toString();
  }

  private static String count(List<GoldenLine> lines) {
    return String.format(Locale.ROOT, "%,d %s", lines.size(), lines.size() == 1 ? "line" : "lines");
  }

  private int level() {
    int level = at < actual.size() ? actual.get(at).level() : Integer.MAX_VALUE;
    return Math.min(level, at < golden.size() ? golden.get(at).level() : Integer.MAX_VALUE);
  }

  /** The thread, the calls around the difference, and the last ones before it at its level. */
  private void context() {
    TreeSet<Integer> shown = new TreeSet<>(GoldenLine.around(actual, at, level()));
    int parent = shown.isEmpty() ? -1 : shown.last();
    for (int i = at - 1, left = AROUND; i > parent && left > 0; i--) {
      if (actual.get(i).level() == level()) {
        shown.add(i);
        left--;
      }
    }
    int next = 0;
    for (int i : shown) {
      gap(next, i);
      line("  ", textOf(actual, i));
      next = i + 1;
    }
    gap(next, at);
  }

  private void gap(int from, int to) {
    if (from < to) {
      line("  ", actual.get(from).leftOut());
    }
  }

  private void line(String side, String line) {
    text.append("  ").append(side).append(line).append('\n');
  }

  private void sides() {
    int[] same = same();
    side("- ", golden, same[0]);
    side("+ ", actual, same[1]);
    for (int i = same[1]; i < Math.min(same[1] + AROUND, actual.size()); i++) {
      line("  ", textOf(actual, i));
    }
  }

  private void side(String sign, List<GoldenLine> lines, int end) {
    int shown = Math.min(end, at + OF_EACH_SIDE);
    for (int i = at; i < shown; i++) {
      line(sign, textOf(lines, i));
    }
    if (shown < end) {
      line(sign, String.format(Locale.ROOT, "... %,d more lines", end - shown));
    }
  }

  /** Returns from where on both sides have the same lines again, or their ends. */
  private int[] same() {
    for (int sum = 1; sum <= AHEAD; sum++) {
      for (int skipped = 0; skipped <= sum; skipped++) {
        int left = at + skipped;
        int right = at + sum - skipped;
        if (left < golden.size()
            && right < actual.size()
            && textOf(golden, left).equals(textOf(actual, right))) {
          return new int[] {left, right};
        }
      }
    }
    return new int[] {golden.size(), actual.size()};
  }

  /** The call inside which both part, and what it called then, with their places. */
  private void place() {
    List<GoldenLine> calls =
        GoldenLine.around(actual, at, level()).stream()
            .map(actual::get)
            .filter(line -> line.method() != null)
            .toList();
    boolean isCall = at < actual.size() && actual.get(at).method() != null;
    text.append(calls.isEmpty() && !isCall ? "" : "\n");
    String indent = "  ";
    if (!calls.isEmpty()) {
      frame(indent, calls.get(calls.size() - 1));
      indent += GoldenLine.INDENT;
    }
    if (isCall) {
      frame(indent, actual.get(at));
    }
  }

  private void frame(String indent, GoldenLine line) {
    TracedMethod method = line.method();
    if (method != null) {
      text.append(indent).append(FrameText.of(method)).append('\n');
    }
  }
}
