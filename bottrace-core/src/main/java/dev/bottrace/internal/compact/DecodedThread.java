package dev.bottrace.internal.compact;

import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A thread of a trace, with the calls that are open in it at the point that was come to. */
final class DecodedThread {
  TracedThread identity;
  int depth;
  boolean hasEvents;
  private @Nullable TracedMethod[] open = new TracedMethod[16];

  DecodedThread(TracedThread identity) {
    this.identity = identity;
  }

  void push(TracedMethod method) {
    if (depth == open.length) {
      open = Arrays.copyOf(open, 2 * depth);
    }
    open[depth++] = method;
    hasEvents = true;
  }

  TracedMethod innermost() throws MalformedTraceException {
    TracedMethod innermost = depth == 0 ? null : open[depth - 1];
    if (innermost == null) {
      throw new MalformedTraceException("a return has no call");
    }
    return innermost;
  }
}
