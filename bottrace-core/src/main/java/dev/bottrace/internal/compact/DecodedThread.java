package dev.bottrace.internal.compact;

import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A thread of a trace, with the calls that are open in it at the point that was come to. */
final class DecodedThread {
  private static final @Nullable TracedMethod[] NONE = {};
  private static final long[] NO_NUMBERS = {};

  TracedThread identity;
  int depth;
  boolean hasEvents;
  private @Nullable TracedMethod[] open = NONE;
  private long[] numbers = NO_NUMBERS;

  DecodedThread(TracedThread identity) {
    this.identity = identity;
  }

  void push(TracedMethod method, long number) {
    if (depth == open.length) {
      open = Arrays.copyOf(open, Math.max(16, 2 * depth));
      numbers = Arrays.copyOf(numbers, open.length);
    }
    numbers[depth] = number;
    open[depth++] = method;
    hasEvents = true;
  }

  /** Returns the open calls, outermost first. */
  List<OpenCall> open() {
    List<OpenCall> calls = new ArrayList<>(depth);
    for (int i = 0; i < depth; i++) {
      calls.add(new OpenCall(Objects.requireNonNull(open[i]), numbers[i]));
    }
    return calls;
  }

  /** Gives memory back: there may be many threads that do nothing any more. */
  void rest() {
    if (depth == 0) {
      open = NONE;
      numbers = NO_NUMBERS;
    }
  }

  TracedMethod innermost() throws MalformedTraceException {
    TracedMethod innermost = depth == 0 ? null : open[depth - 1];
    if (innermost == null) {
      throw new MalformedTraceException("a return has no call");
    }
    return innermost;
  }
}
