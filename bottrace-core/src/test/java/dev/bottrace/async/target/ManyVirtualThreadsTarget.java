package dev.bottrace.async.target;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Virtual threads that wait for time and for each other; by reflection. */
final class ManyVirtualThreadsTarget {
  private static int done;

  private ManyVirtualThreadsTarget() {}

  private static synchronized void work() {
    done++;
  }

  private static int task(int number) {
    try {
      Thread.sleep(number % 5);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    work();
    return number;
  }

  public static void main(String[] args) throws Exception {
    ExecutorService pool =
        (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    for (int i = 0; i < 5000; i++) {
      int number = i;
      pool.submit(() -> task(number));
    }
    pool.shutdown();
    pool.awaitTermination(1, TimeUnit.MINUTES);
  }
}
