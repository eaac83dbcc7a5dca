package dev.bottrace;

import dev.bottrace.internal.attach.HostRecording;
import dev.bottrace.internal.record.LiveOptions;
import dev.bottrace.option.Block;
import dev.bottrace.option.TraceOptions;
import dev.bottrace.trace.Trace;

/**
 * A block of code, and what to record while it runs. Immutable: each option returns a new request;
 * a wrong value is refused by the option that gets it. Any number of blocks may be recorded at the
 * same time, each for itself.
 *
 * <p>Recorded is what the thread that runs the block calls, and what threads do that it starts
 * meanwhile, directly or through others. The tasks that it gives to threads which were there
 * before, as those of an executor or of the common pool, are not seen; {@link Tracer#include}
 * records all threads. Without {@link #include} the classes are recorded that come from
 * directories, and not from jars.
 *
 * <p>There is no timeout: the block runs in the caller's own thread, which nobody but the caller
 * can end. In a test, {@code @Timeout} of JUnit does that. A program that {@link Tracer#run(Class,
 * String...)} runs can have {@link TraceRequest#timeout}.
 */
public final class BlockRequest extends Request<BlockRequest> {
  private final Block block;

  BlockRequest(Block block, TraceOptions options, LiveOptions live) {
    super(options, live);
    this.block = block;
  }

  @Override
  BlockRequest with(TraceOptions changed, LiveOptions changedLive) {
    return new BlockRequest(block, changed, changedLive);
  }

  /**
   * Runs the block in this thread. Classes that are loaded already are changed before, and put back
   * afterwards.
   *
   * <p>An exception that leaves the block is in the trace, as {@link Trace#uncaught}, and not
   * thrown; an {@link Error} is thrown, so that an assertion in the block can fail.
   *
   * @return what was recorded; if there is no exception, it ended with code 0
   * @throws IllegalStateException if this JVM has no agent and can't attach to itself; the message
   *     says what to add to the command line
   */
  public Trace execute() {
    return HostRecording.during(inMemory(), live(), block);
  }

  @Override
  public String toString() {
    return "record " + options();
  }
}
