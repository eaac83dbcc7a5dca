package dev.bottrace;

import dev.bottrace.internal.attach.AttachedRecording;

/**
 * What {@link TraceRequest#attach} records of a program that runs already, until it is closed. Safe
 * for use by any number of threads.
 */
public final class Observation implements AutoCloseable {
  private final AttachedRecording recording;

  Observation(AttachedRecording recording) {
    this.recording = recording;
  }

  /**
   * Tells whether the JVM is ending.
   *
   * @return false while it goes on
   */
  public boolean jvmEnds() {
    return recording.jvmEnds();
  }

  /**
   * Ends it: hands on what is left, says why what was asked for produced nothing, and puts classes
   * back as they were that nobody else records. Calls that have not returned yet are marked so.
   */
  @Override
  public void close() {
    recording.end();
  }
}
