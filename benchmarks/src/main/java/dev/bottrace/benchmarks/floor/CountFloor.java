package dev.bottrace.benchmarks.floor;

/** F-count: a counter of the current thread goes up at each entry. */
public final class CountFloor {
  private static final ThreadLocal<long[]> COUNTS = ThreadLocal.withInitial(() -> new long[1024]);

  private CountFloor() {}

  /**
   * A method begins.
   *
   * @param method its id
   */
  public static void enter(int method) {
    COUNTS.get()[method]++;
  }

  /**
   * Returns the calls of the current thread.
   *
   * @return their number
   */
  public static long calls() {
    long sum = 0;
    for (long count : COUNTS.get()) {
      sum += count;
    }
    return sum;
  }
}
