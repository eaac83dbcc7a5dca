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

  /**
   * Looks up the values of one event again. Replays the events up to it unless overridden.
   *
   * @param event number of the call or return in the trace, from 0
   * @return its values; none if there is no such event
   * @throws IOException if the events can't be read
   */
  default EventValues valuesOf(long event) throws IOException {
    return ValueSearch.in(this, event);
  }

  /**
   * Tells whether something was asked for when this was recorded. True unless overridden: what does
   * not know gives what there is.
   *
   * @param part what
   * @return false if questions about it can't be answered
   */
  default boolean holds(RecordedPart part) {
    return true;
  }
}
