package dev.bottrace.async.target;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** A parallel stream of which another thread than main takes a part. */
final class ParallelStreamTarget {
  private ParallelStreamTarget() {}

  private static void work(Thread main, CountDownLatch others) {
    if (Thread.currentThread() != main) {
      others.countDown();
    } else {
      await(others);
    }
  }

  private static void await(CountDownLatch others) {
    try {
      others.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void main(String[] args) {
    Thread main = Thread.currentThread();
    CountDownLatch others = new CountDownLatch(1);
    IntStream.range(0, 64).parallel().forEach(i -> work(main, others));
  }
}
