package dev.bottrace.assertj;

import dev.bottrace.trace.Call;
import dev.bottrace.trace.CallTree;
import dev.bottrace.trace.MethodPattern;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stretches of the time of threads, from the start of one call to the end of another: a
 * transaction, a lock that is held. Starts and ends belong together as parentheses do: an end
 * closes the latest start that is open in its thread.
 */
final class CallSpans {
  private final Map<Integer, List<Span>> byThread = new HashMap<>();

  /** Finds all stretches. */
  CallSpans(CallTree tree, MethodPattern begin, MethodPattern end) {
    Map<Integer, Deque<Span>> open = new HashMap<>();
    Stream.concat(tree.calls(begin).stream(), tree.calls(end).stream())
        .sorted()
        .distinct()
        .forEach(
            call -> {
              Deque<Span> inThread = open.computeIfAbsent(thread(call), t -> new ArrayDeque<>());
              if (!inThread.isEmpty() && end.matches(call.method())) {
                inThread.pop().end = call;
              } else if (begin.matches(call.method())) {
                inThread.push(new Span(call));
                byThread.computeIfAbsent(thread(call), t -> new ArrayList<>()).add(inThread.peek());
              }
            });
  }

  private static int thread(Call call) {
    return call.thread().index();
  }

  /** A stretch. */
  static final class Span {
    private final Call begin;
    private @Nullable Call end;

    private Span(Call begin) {
      this.begin = begin;
    }

    Call begin() {
      return begin;
    }

    /** Returns who ends it; empty if nobody does. */
    Optional<Call> end() {
      return Optional.ofNullable(end);
    }

    private boolean endedBefore(Call call) {
      return end != null && end.endedBefore(call);
    }
  }

  /** Returns those of some calls, which stand in the order of the trace, that are in no stretch. */
  List<Call> outside(List<Call> calls) {
    Map<Integer, Sweep> sweeps = new HashMap<>();
    return calls.stream()
        .filter(
            call -> {
              Sweep sweep = sweeps.computeIfAbsent(thread(call), t -> new Sweep(spans(t)));
              return !sweep.isInside(call);
            })
        .toList();
  }

  private List<Span> spans(int thread) {
    return byThread.getOrDefault(thread, List.of());
  }

  /** Returns the stretch that began last before a call in its thread. */
  Optional<Span> lastBefore(Call call) {
    return spans(thread(call)).stream()
        .filter(span -> span.begin.compareTo(call) < 0)
        .reduce((earlier, later) -> later);
  }

  /** Goes through a thread once, from its start. */
  private static final class Sweep {
    private final List<Span> spans;
    private final Deque<Span> open = new ArrayDeque<>();
    private int next;

    Sweep(List<Span> spans) {
      this.spans = spans;
    }

    boolean isInside(Call call) {
      for (; next < spans.size() && spans.get(next).begin.compareTo(call) < 0; next++) {
        if (spans.get(next).end != null) {
          open.push(spans.get(next));
        }
      }
      while (!open.isEmpty() && open.peek().endedBefore(call)) {
        open.pop();
      }
      return !open.isEmpty();
    }
  }
}
