package dev.bottrace.trace;

import java.io.IOException;

/** Events that can be shown as often as wanted. Safe for use by any number of threads. */
public interface TraceRecording {
  /**
   * Shows all events in the order of the trace; no counts, and no flush.
   *
   * @param sink takes them
   * @throws IOException if the sink throws it
   */
  void replay(TraceEventSink sink) throws IOException;
}
