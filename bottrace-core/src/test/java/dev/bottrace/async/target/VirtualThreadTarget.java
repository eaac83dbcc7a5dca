package dev.bottrace.async.target;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Virtual threads; by reflection, as older JDKs have none. */
final class VirtualThreadTarget {
  private VirtualThreadTarget() {}

  private static void work() {
    try {
      Thread.sleep(1); // leaves its carrier
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    done();
  }

  private static void done() {}

  private static void started() throws Exception {
    Runnable task = VirtualThreadTarget::work;
    Thread thread =
        (Thread) Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
    thread.join();
  }

  private static void executed() throws Exception {
    ExecutorService pool =
        (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    pool.submit(VirtualThreadTarget::work).get();
    pool.shutdown();
    pool.awaitTermination(1, TimeUnit.MINUTES);
  }

  public static void main(String[] args) throws Exception {
    started();
    executed();
  }
}
