package dev.bottrace.trace;

import java.io.IOException;
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
   * @throws IOException if it could not be written
   */
  void call(TracedMethod method, TracedThread thread, int depth) throws IOException;

  /**
   * A method ended.
   *
   * @param method which
   * @param thread where
   * @param depth that of its call
   * @param thrown binary name of the exception that it was left with, {@link #ENDED} if the program
   *     ended before; null if it returned
   * @throws IOException if it could not be written
   */
  void returned(TracedMethod method, TracedThread thread, int depth, @Nullable String thrown)
      throws IOException;

  /**
   * The run has ended; here come its counts, if calls were counted.
   *
   * @param counts each called method once, most called first
   * @throws IOException if they could not be written
   */
  void counts(Iterable<CallCount> counts) throws IOException;

  /**
   * Hands on all that was taken so far, whole lines only.
   *
   * @throws IOException if it could not be written
   */
  void flush() throws IOException;
}
