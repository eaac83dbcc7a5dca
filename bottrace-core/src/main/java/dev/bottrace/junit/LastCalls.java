package dev.bottrace.junit;

import dev.bottrace.trace.Call;
import dev.bottrace.trace.Trace;
import dev.bottrace.trace.TracedThread;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The calls of a trace that began last, in a number of lines: one tree for each thread, with the
 * callers of its first call. Calls that look the same and follow one another share a line.
 */
final class LastCalls {
  /** Calls that are read for each line, as several may share one. */
  private static final int READ = 16;

  /** Callers of a deep call that are kept. */
  private static final int OUTERMOST = 2;

  private static final int INNERMOST = 6;

  private final CallLines texts;
  private final List<Line> lines = new ArrayList<>();
  private final Map<TracedThread, Line> latest = new HashMap<>();

  private LastCalls(CallLines texts) {
    this.texts = texts;
  }

  /** Calls in one line. */
  private static final class Line {
    private final Call first;
    private final int depth;
    private final String text;
    private int calls = 1;

    Line(Call first, String text) {
      this.first = first;
      this.depth = first.depth();
      this.text = text;
    }

    boolean isLike(Line next) {
      return depth == next.depth && text.equals(next.text);
    }
  }

  /**
   * What is shown.
   *
   * @param lines at least one
   * @param calls how many they stand for, without those that are shown as callers only
   */
  record Shown(List<String> lines, long calls) {}

  /** Returns the last calls of a trace that has some. */
  static Shown of(Trace trace, int most) {
    LastCalls last = new LastCalls(new CallLines(trace));
    List<Call> calls = trace.callTree().calls();
    long read = Math.min(calls.size(), (long) READ * most);
    calls.subList((int) (calls.size() - read), calls.size()).forEach(last::add);
    return last.shown(most);
  }

  private void add(Call call) {
    Line line = new Line(call, texts.of(call));
    Line before = latest.get(call.thread());
    if (before != null && before.isLike(line)) {
      before.calls++;
    } else {
      lines.add(line);
      latest.put(call.thread(), line);
    }
  }

  private Shown shown(int most) {
    List<Line> kept = last(lines, most);
    List<String> written = write(kept);
    while (written.size() > most && kept.size() > 1) {
      kept = last(kept, Math.max(1, kept.size() - (written.size() - most)));
      written = write(kept);
    }
    String block = String.join("\n", last(written, most)).stripIndent();
    return new Shown(block.lines().toList(), kept.stream().mapToLong(line -> line.calls).sum());
  }

  private static <T> List<T> last(List<T> list, int most) {
    return list.subList(Math.max(0, list.size() - most), list.size());
  }

  private List<String> write(List<Line> kept) {
    Map<TracedThread, List<Line>> byThread = new LinkedHashMap<>();
    for (Line line : kept) {
      byThread.computeIfAbsent(line.first.thread(), thread -> new ArrayList<>()).add(line);
    }
    List<String> written = new ArrayList<>();
    byThread.forEach((thread, tree) -> write(thread, tree, written));
    return written;
  }

  /** Writes a tree. Levels that are left out above its first call are so everywhere. */
  private void write(TracedThread thread, List<Line> tree, List<String> written) {
    int base = thread.main() ? 0 : 1;
    if (!thread.main()) {
      written.add('[' + CallLines.plain(thread.name()) + ']');
    }
    Call first = tree.get(0).first;
    int left = Math.max(0, first.depth() - 1 - OUTERMOST - INNERMOST);
    for (Call caller : callers(first)) {
      int depth = caller.depth();
      if (depth <= OUTERMOST || depth > OUTERMOST + left) {
        written.add(indent(base, depth, left) + texts.of(caller));
      } else if (depth == OUTERMOST + 1) {
        written.add(indent(base, depth, left) + String.format("... %,d levels", left));
      }
    }
    for (Line line : tree) {
      written.add(indent(base, line.depth, left) + line.text + CallLines.times(line.calls));
    }
  }

  private static String indent(int base, int depth, int left) {
    int level = left == 0 || depth <= OUTERMOST ? depth - 1 : Math.max(OUTERMOST, depth - left);
    return "  ".repeat(base + level);
  }

  /** Returns the calls around one, outermost first. */
  private static Iterable<Call> callers(Call call) {
    Deque<Call> callers = new ArrayDeque<>();
    Optional<Call> caller = call.caller();
    while (caller.isPresent()) {
      callers.addFirst(caller.get());
      caller = caller.get().caller();
    }
    return callers;
  }
}
