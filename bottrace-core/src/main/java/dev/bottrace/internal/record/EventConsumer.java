package dev.bottrace.internal.record;

import dev.bottrace.trace.BreakpointSnapshot;
import dev.bottrace.trace.ExceptionSnapshot;
import dev.bottrace.trace.TracedThread;
import java.io.IOException;

/** Takes the events of all threads in the order of the trace. */
interface EventConsumer extends EventTaker {
  /** Returns what a thread is called, from now on in all events. */
  TracedThread identity(ThreadRecord thread);

  /** Takes what a breakpoint saw, after all events before it. */
  void snapshot(BreakpointSnapshot snapshot) throws IOException;

  /** Takes what ended a thread, after all events before it. */
  void exception(ExceptionSnapshot exception) throws IOException;

  /** No event follows. */
  void finish(boolean complete) throws IOException;

  void flush() throws IOException;
}
