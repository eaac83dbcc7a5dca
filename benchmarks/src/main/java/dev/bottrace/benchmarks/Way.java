package dev.bottrace.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A way to run a workload as a whole process. */
interface Way {
  /** How many events could not be said. */
  long UNKNOWN = -1;

  String title();

  /** Returns about how many calls make a round that is long enough to be timed. */
  int callsPerRound();

  /** Returns how many rounds of warm-up there are. */
  int warmUp(Workload workload);

  /** Returns how many rounds of so many calls it takes until the JIT has compiled a workload. */
  static int warmUp(Workload workload, int callsPerRound) {
    return (workload == Workload.W3 ? 150_000_000 : 9_000_000) / callsPerRound;
  }

  default int rounds() {
    return 10;
  }

  /** Whether it writes lines to the file, one after the other, which may be cut meanwhile. */
  default boolean canBeCut() {
    return false;
  }

  /** Returns how many bytes it writes or keeps for an event, at most; about. */
  default int bytesPerEvent() {
    return 60;
  }

  /**
   * Returns the command that runs it.
   *
   * @param file what it may write to
   * @param workload arguments of {@link WorkloadMain}
   * @param events at least as many as there can be
   */
  List<String> command(Jdk jdk, Path file, List<String> workload, long events);

  /** Returns how many events it has to show for so many calls, or {@link #UNKNOWN}. */
  long expected(long calls);

  /** Tells whether {@link #expected} or {@link #bytesPerEvent} depend on the number of calls. */
  default boolean dependsOnCalls() {
    return true;
  }

  /** Returns how many events it has counted, written or kept. */
  long events(Jdk jdk, ChildProcess.Result result, Path file)
      throws IOException, InterruptedException;

  /** Deletes what a run has left beside the file, also one that has failed. */
  default void cleanUp() throws IOException {}

  /** Whether a wrong number of events is an error, or just to be told. */
  default boolean isExact() {
    return true;
  }
}
