package dev.bottrace.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that happened, in the order of a trace. Immutable. */
public sealed interface TraceEvent {
  /**
   * Which method it happened to.
   *
   * @return the method
   */
  TracedMethod method();

  /**
   * Where it happened.
   *
   * @return the thread
   */
  TracedThread thread();

  /**
   * How deep in the traced calls of its thread it happened.
   *
   * @return 1 for the outermost traced call
   */
  int depth();

  /**
   * A method began.
   *
   * @param method which
   * @param thread where
   * @param depth 1 for the outermost traced call of its thread
   * @param arguments in the order of the parameters; empty if it has none or they were not asked
   *     for
   * @param origin where the task comes from that begins with it; null if it was not handed over, or
   *     that was not asked for
   */
  record Call(
      TracedMethod method,
      TracedThread thread,
      int depth,
      List<Argument> arguments,
      @Nullable TaskOrigin origin)
      implements TraceEvent {
    /**
     * Makes a call with which no task begins.
     *
     * @param method which
     * @param thread where
     * @param depth 1 for the outermost traced call of its thread
     * @param arguments in the order of the parameters
     */
    public Call(TracedMethod method, TracedThread thread, int depth, List<Argument> arguments) {
      this(method, thread, depth, arguments, null);
    }
  }

  /**
   * A method ended.
   *
   * @param method which
   * @param thread where
   * @param depth that of its call
   * @param thrown binary name of the exception that it was left with, {@link TraceEventSink#ENDED}
   *     if the program ended before; null if it returned
   * @param value what it returned, on one line; null if nothing, or if it was not asked for
   */
  record Return(
      TracedMethod method,
      TracedThread thread,
      int depth,
      @Nullable String thrown,
      @Nullable String value)
      implements TraceEvent {}
}
