package dev.bottrace.assertj;

import dev.bottrace.trace.TracedMethod;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a golden trace.
 *
 * @param text as in the file
 * @param method which method's call it is; null if it is none, or not known
 */
record GoldenLine(String text, @Nullable TracedMethod method) {
  /** How much further to the right each level of calls stands. */
  static final String INDENT = "  ";

  /** Returns how deep the line stands: 0 for the name of a thread, 1 for outermost calls. */
  int level() {
    int spaces = text.length() - text.stripLeading().length();
    return isHeading() ? 0 : 1 + spaces / INDENT.length();
  }

  /** Returns the line that stands for lines left out in its place. */
  String leftOut() {
    return text.substring(0, text.length() - text.stripLeading().length()) + "...";
  }

  /** Tells whether the line names a thread. */
  boolean isHeading() {
    return text.startsWith("[");
  }

  /** Returns the lines that stand around a line: the thread, then calls from outside in. */
  static List<Integer> around(List<GoldenLine> lines, int index, int level) {
    List<Integer> around = new ArrayList<>();
    int limit = level;
    for (int i = index - 1; i >= 0 && limit > 0; i--) {
      if (lines.get(i).level() < limit) {
        around.add(0, i);
        limit = lines.get(i).level();
      }
    }
    return around;
  }
}
