package dev.bottrace.benchmarks.floor;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** F-count: a counter of the current thread goes up at each entry. */
public final class CountFloor {
  private static final Queue<long[]> ALL = new ConcurrentLinkedQueue<>();
  private static final ThreadLocal<long[]> COUNTS = ThreadLocal.withInitial(CountFloor::counts);

  private CountFloor() {}

  private static long[] counts() {
    long[] counts = new long[1024];
    ALL.add(counts);
    return counts;
  }

  /**
   * A method begins.
   *
   * @param method its id
   */
  public static void enter(int method) {
    COUNTS.get()[method]++;
  }

  /**
   * Returns the calls of all threads, which must not be calling meanwhile.
   *
   * @return their number
   */
  public static long calls() {
    long sum = 0;
    for (long[] counts : ALL) {
      for (long count : counts) {
        sum += count;
      }
    }
    return sum;
  }
}
