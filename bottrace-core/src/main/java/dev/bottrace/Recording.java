package dev.bottrace;

import dev.bottrace.internal.attach.HostRecording;
import dev.bottrace.trace.Trace;

/**
 * What is being recorded, until it is stopped. Safe for use by any number of threads.
 *
 * <pre>{@code
 * try (Recording recording = Tracer.include("com.acme.orders").callCounts().start()) {
 *   ...
 *   recording.snapshot().callCounts()
 * }
 * }</pre>
 */
public final class Recording implements AutoCloseable {
  private final HostRecording recording;

  Recording(HostRecording recording) {
    this.recording = recording;
  }

  /**
   * Returns what was recorded so far, while it goes on. Calls that have not returned yet are marked
   * so, as those of a program that ended before they returned.
   *
   * @return a trace that nothing more comes to; the whole trace if the recording has stopped
   */
  public Trace snapshot() {
    return recording.snapshot();
  }

  /**
   * Stops recording, and puts the classes back as they were, unless others still record them. Calls
   * that have not returned yet are marked so.
   *
   * @return what was recorded; the same trace each time
   */
  public Trace stop() {
    return recording.stop();
  }

  /**
   * Returns how many events the listener of {@link RecordingRequest#onEvent} did not get, because
   * it was too slow, or failed.
   *
   * @return the number so far; 0 if there is no listener
   */
  public long dropped() {
    return recording.dropped();
  }

  /** Stops recording, if that was not done. */
  @Override
  public void close() {
    recording.stop();
  }
}
