package dev.bottrace.assertj;

import dev.bottrace.trace.TracedMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where a trace parts from its golden file, for a person to read. */
final class GoldenDifference {
  /** How many differences are shown. */
  private static final int SHOWN = 3;

  /** How many lines are shown before and after a difference, and of each side. */
  private static final int AROUND = 2;

  private static final int OF_EACH_SIDE = 6;

  private final List<GoldenLine> golden;
  private final List<GoldenLine> actual;
  private final List<GoldenFile.Line> lines;
  private final StringBuilder text = new StringBuilder();

  private GoldenDifference(List<GoldenFile.Line> lines, List<GoldenLine> actual) {
    this.golden = lines.stream().map(line -> new GoldenLine(line.text(), null)).toList();
    this.actual = actual;
    this.lines = lines;
  }

  /** Returns the message; null if nothing differs. */
  static @Nullable String of(
      GoldenFile file, List<GoldenFile.Line> lines, List<GoldenLine> actual) {
    List<GoldenHunk> hunks =
        GoldenHunk.between(
            lines.stream().map(GoldenFile.Line::text).toList(),
            actual.stream().map(GoldenLine::text).toList());
    return hunks.isEmpty() ? null : new GoldenDifference(lines, actual).message(file, hunks);
  }

  private String message(GoldenFile file, List<GoldenHunk> hunks) {
    text.append("Expected the trace to be as in ").append(file.shown()).append("\nbut ");
    text.append(place(hunks.get(0), "it goes on", "they part")).append(" (- file, + trace):\n\n");
    for (int i = 0; i < Math.min(SHOWN, hunks.size()); i++) {
      GoldenHunk hunk = hunks.get(i);
      text.append(i == 0 ? "" : '\n' + place(hunk, "and", "and") + ":\n\n");
      int next = i + 1 < hunks.size() ? hunks.get(i + 1).right() : actual.size();
      new Shown(hunk, next).write();
    }
    if (hunks.size() > SHOWN) {
      text.append("\nand in ")
          .append(Message.count(hunks.size() - SHOWN, "more place"))
          .append(".\n");
    }
    text.append("\nThe file has ").append(Message.count(golden.size(), "line"));
    text.append(String.format(Locale.ROOT, ", the trace %,d.", actual.size()));
    return text.toString();
  }

  private String place(GoldenHunk hunk, String atEnd, String before) {
    return hunk.left() == lines.size()
        ? atEnd + " after the end of it"
        : before + " in line " + lines.get(hunk.left()).number();
  }

  /** Writes one difference. */
  private final class Shown {
    private final GoldenHunk hunk;
    private final int next;
    private final int level;

    /** Makes one; the trace is the same as the file between its end and where the next begins. */
    Shown(GoldenHunk hunk, int next) {
      this.hunk = hunk;
      this.next = next;
      this.level = Math.min(level(golden, hunk.left()), level(actual, hunk.right()));
    }

    private static int level(List<GoldenLine> lines, int index) {
      return index < lines.size() ? lines.get(index).level() : Integer.MAX_VALUE;
    }

    void write() {
      context();
      side("- ", golden.subList(hunk.left(), hunk.leftEnd()));
      side("+ ", actual.subList(hunk.right(), hunk.rightEnd()));
      for (int i = hunk.rightEnd(); i < Math.min(hunk.rightEnd() + AROUND, next); i++) {
        line("  ", actual.get(i).text());
      }
      place();
    }

    /** The thread, the calls around the difference, and the last ones before it at its level. */
    private void context() {
      TreeSet<Integer> shown = new TreeSet<>(GoldenLine.around(actual, hunk.right(), level));
      int parent = shown.isEmpty() ? -1 : shown.last();
      for (int i = hunk.right() - 1, left = AROUND; i > parent && left > 0; i--) {
        if (actual.get(i).level() == level) {
          shown.add(i);
          left--;
        }
      }
      int from = 0;
      for (int i : shown) {
        gap(from, i);
        line("  ", actual.get(i).text());
        from = i + 1;
      }
      gap(from, hunk.right());
    }

    private void gap(int from, int to) {
      if (from < to) {
        line("  ", actual.get(from).leftOut());
      }
    }

    private void line(String side, String line) {
      text.append("  ").append(side).append(line).append('\n');
    }

    private void side(String sign, List<GoldenLine> side) {
      side.stream().limit(OF_EACH_SIDE).forEach(line -> line(sign, line.text()));
      if (side.size() > OF_EACH_SIDE) {
        int more = side.size() - OF_EACH_SIDE;
        line(sign, String.format(Locale.ROOT, "... %,d more lines", more));
      }
    }

    /** The call inside which both part, and what it called then, with their places. */
    private void place() {
      List<TracedMethod> calls = new ArrayList<>();
      for (int i : GoldenLine.around(actual, hunk.right(), level)) {
        add(calls, actual.get(i));
      }
      List<TracedMethod> shown =
          new ArrayList<>(calls.subList(Math.max(0, calls.size() - 1), calls.size()));
      if (hunk.right() < actual.size()) {
        add(shown, actual.get(hunk.right()));
      }
      text.append(shown.isEmpty() ? "" : "\n");
      for (int i = 0; i < shown.size(); i++) {
        text.append("  ").append(GoldenLine.INDENT.repeat(i));
        text.append(FrameText.of(shown.get(i))).append('\n');
      }
    }

    private static void add(List<TracedMethod> methods, GoldenLine line) {
      if (line.method() != null) {
        methods.add(line.method());
      }
    }
  }
}
