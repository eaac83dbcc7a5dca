package dev.bottrace.trace;

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
   */
  record Call(TracedMethod method, TracedThread thread, int depth) implements TraceEvent {}

  /**
   * A method ended.
   *
   * @param method which
   * @param thread where
   * @param depth that of its call
   * @param thrown binary name of the exception that it was left with, {@link TraceEventSink#ENDED}
   *     if the program ended before; null if it returned
   */
  record Return(TracedMethod method, TracedThread thread, int depth, @Nullable String thrown)
      implements TraceEvent {}
}
