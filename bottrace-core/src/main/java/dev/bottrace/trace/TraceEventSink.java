package dev.bottrace.trace;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the events of a run one by one, in the order of the trace, and writes them in some form.
 * Called by one thread at a time. An event is taken whole or, if the method throws, not at all.
 */
public interface TraceEventSink {
  /** Stands for the exception of a call that had not returned when the program ended. */
  String ENDED = "exit";

  /**
   * A method began.
   *
   * @param method which
   * @param thread where
   * @param depth 1 for the outermost traced call of its thread
   * @param arguments in the order of the parameters; empty if it has none or they were not asked
   *     for
   * @throws IOException if it could not be written
   */
  void call(TracedMethod method, TracedThread thread, int depth, List<Argument> arguments)
      throws IOException;

  /**
   * A method began with which a task begins that traced code has handed over. Passes it on without
   * its origin unless overridden.
   *
   * @param method which
   * @param thread where
   * @param depth 1 for the outermost traced call of its thread
   * @param arguments in the order of the parameters; empty if it has none or they were not asked
   *     for
   * @param origin where the task comes from
   * @throws IOException if it could not be written
   */
  default void call(
      TracedMethod method,
      TracedThread thread,
      int depth,
      List<Argument> arguments,
      TaskOrigin origin)
      throws IOException {
    call(method, thread, depth, arguments);
  }

  /**
   * A method ended.
   *
   * @param method which
   * @param thread where
   * @param depth that of its call
   * @param thrown binary name of the exception that it was left with, {@link #ENDED} if the program
   *     ended before; null if it returned
   * @param value what it returned, on one line; null if nothing, or if it was not asked for
   * @throws IOException if it could not be written
   */
  void returned(
      TracedMethod method,
      TracedThread thread,
      int depth,
      @Nullable String thrown,
      @Nullable String value)
      throws IOException;

  /**
   * A breakpoint was reached. Does nothing unless overridden.
   *
   * @param snapshot what it saw
   * @throws IOException if it could not be written
   */
  default void snapshot(BreakpointSnapshot snapshot) throws IOException {}

  /**
   * An exception ended a thread. Does nothing unless overridden.
   *
   * @param exception what is known of it
   * @throws IOException if it could not be written
   */
  default void exception(ExceptionSnapshot exception) throws IOException {}

  /**
   * The run has ended; here come its counts, if calls were counted.
   *
   * @param counts each called method once, most called first
   * @throws IOException if they could not be written
   */
  void counts(Iterable<CallCount> counts) throws IOException;

  /**
   * The run has ended; here comes why some of what was asked for produced nothing. Does nothing
   * unless overridden.
   *
   * @param receipts one for each breakpoint, watch, include and exclude that produced nothing
   * @throws IOException if they could not be written
   */
  default void receipts(List<Receipt> receipts) throws IOException {}

  /**
   * Nothing more will come. Called once, last of all; hands on what is left. Flushes unless
   * overridden.
   *
   * @throws IOException if something could not be written
   */
  default void finish() throws IOException {
    flush();
  }

  /**
   * Tells whether snapshots of breakpoints go elsewhere than the rest of the trace, so that none of
   * them comes between lines of the program. By default they do not.
   *
   * @return whether they do
   */
  default boolean keepsSnapshots() {
    return false;
  }

  /**
   * Hands on all that was taken so far, whole lines only.
   *
   * @throws IOException if it could not be written
   */
  void flush() throws IOException;
}
