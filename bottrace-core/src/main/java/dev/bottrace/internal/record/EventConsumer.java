package dev.bottrace.internal.record;

import dev.bottrace.trace.BreakpointSnapshot;
import dev.bottrace.trace.ExceptionSnapshot;
import dev.bottrace.trace.TracedThread;
import java.io.IOException;

/** Takes the events of all threads in the order of the trace. */
interface EventConsumer {
  /**
   * Takes the events of a run, as many as have been looked at. Counts up the ring's tail by each
   * that it took, with no call in between: that could run out of stack, and the event would be
   * taken again.
   *
   * @param thread whose ring stands at an event
   * @param most how many events are wanted
   */
  void take(ThreadRecord thread, long most) throws IOException;

  /** Lets the current thread wait, without the drain's lock, until events find room. */
  default void awaitRoom() {}

  /** Returns what a thread is called, from now on in all events. */
  TracedThread identity(ThreadRecord thread) throws IOException;

  /** Takes what a breakpoint saw, after all events before it. */
  void snapshot(BreakpointSnapshot snapshot) throws IOException;

  /** Takes what ended a thread, after all events before it. */
  void exception(ExceptionSnapshot exception) throws IOException;

  /** No event follows. */
  void finish(boolean complete) throws IOException;

  void flush() throws IOException;
}
