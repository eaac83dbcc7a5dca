package dev.bottrace.benchmarks.workload;

/** W2: recursion that does next to nothing but call itself. */
public final class Fibonacci {
  /** What {@link #run} computes each time: fib(20), which takes 21,891 calls. */
  private static final int INDEX = 20;

  private Fibonacci() {}

  /**
   * Computes fib(20).
   *
   * @param times how often
   * @return the sum
   */
  public static long run(int times) {
    long sum = 0;
    for (int i = 0; i < times; i++) {
      sum += fib(INDEX);
    }
    return sum;
  }

  private static int fib(int n) {
    return n < 2 ? n : fib(n - 1) + fib(n - 2);
  }
}
