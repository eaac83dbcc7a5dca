package dev.bottrace;

import dev.bottrace.internal.attach.HostRecording;
import dev.bottrace.internal.record.LiveOptions;
import dev.bottrace.option.TraceOptions;

/**
 * A part of this JVM's program, and what to record of it for a span of time. Immutable: each option
 * returns a new request; a wrong value is refused by the option that gets it. Any number of
 * recordings may go on at the same time, each for itself.
 *
 * <p>All threads are recorded, also those that come later, unless {@link #thisThread} says
 * otherwise.
 */
public final class RecordingRequest extends Request<RecordingRequest> {
  private final boolean allThreads;

  RecordingRequest(TraceOptions options, LiveOptions live, boolean allThreads) {
    super(options, live);
    this.allThreads = allThreads;
  }

  @Override
  RecordingRequest with(TraceOptions changed, LiveOptions changedLive) {
    return new RecordingRequest(changed, changedLive, allThreads);
  }

  /**
   * Records only the thread that calls {@link #start}, and the threads that it starts from then on,
   * directly or through others.
   *
   * @return the changed request
   */
  public RecordingRequest thisThread() {
    return new RecordingRequest(options(), live(), false);
  }

  /**
   * Begins to record. Classes that are loaded already are changed before this returns, and put back
   * when the recording stops; calls that are under way then are not seen.
   *
   * @return the recording, to be closed
   * @throws IllegalStateException if this JVM has no agent and can't attach to itself; the message
   *     says what to add to the command line
   */
  public Recording start() {
    return new Recording(HostRecording.start(inMemory(), live(), allThreads));
  }

  @Override
  public String toString() {
    return "record " + (allThreads ? "all threads " : "this thread ") + options();
  }
}
