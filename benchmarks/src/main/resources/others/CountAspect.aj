package dev.bottrace.benchmarks.workload;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Counts the calls of each method by hand: an instance for each class, and in it an array of the
 * current thread, indexed by what AspectJ calls the id of the place.
 */
public aspect CountAspect pertypewithin(dev.bottrace.benchmarks.workload..* && !CountAspect) {
  private static final Queue<long[]> ALL = new ConcurrentLinkedQueue<>();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(CountAspect::report));
  }

  private final ThreadLocal<long[]> counts = ThreadLocal.withInitial(CountAspect::counts);

  private static long[] counts() {
    long[] counts = new long[256];
    ALL.add(counts);
    return counts;
  }

  private static void report() {
    long sum = 0;
    for (long[] counts : ALL) {
      for (long count : counts) {
        sum += count;
      }
    }
    System.err.println("calls " + sum);
  }

  before(): execution(* *(..)) || execution(new(..)) || staticinitialization(*) {
    counts.get()[thisJoinPointStaticPart.getId()]++;
  }
}
