package dev.bottrace.internal.record;

import dev.bottrace.trace.Argument;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.TraceEventSink;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Does nothing with events; a base for what is interested in some of them. */
class Unheard implements TraceEventSink {
  @Override
  public void call(TracedMethod method, TracedThread thread, int depth, List<Argument> arguments) {}

  @Override
  public void returned(
      TracedMethod method,
      TracedThread thread,
      int depth,
      @Nullable String thrown,
      @Nullable String value) {}

  @Override
  public void counts(Iterable<CallCount> counts) {}

  @Override
  public void flush() {}
}
