package dev.bottrace.async.target;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Prints all that it can see of how its tasks are kept and run. */
final class BehaviourTarget {
  private static final List<String> BEGUN = new CopyOnWriteArrayList<>();

  private BehaviourTarget() {}

  private static void fail() {
    throw new IllegalStateException("here");
  }

  private static void stack(Throwable thrown) {
    for (StackTraceElement frame : thrown.getStackTrace()) {
      System.out.println("  " + frame);
    }
  }

  private static ThreadPoolExecutor pool() {
    return new ThreadPoolExecutor(
        1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), body -> new Thread(body, "pool")) {
      @Override
      protected void beforeExecute(Thread thread, Runnable task) {
        BEGUN.add(task.getClass().getName());
      }
    };
  }

  public static void main(String[] args) throws Exception {
    ThreadPoolExecutor pool = pool();
    CountDownLatch go = new CountDownLatch(1);
    FutureTask<Object> first = new FutureTask<>(() -> go.await(1, TimeUnit.MINUTES));
    pool.execute(first);
    Runnable waits = BehaviourTarget::fail;
    pool.execute(waits);
    System.out.println(pool.getQueue().contains(waits) + " " + pool.remove(waits));
    pool.execute(waits);
    System.out.println(pool.getQueue().peek() == waits);
    List<Runnable> left = pool.shutdownNow();
    System.out.println(left.size() + " " + (left.get(0) == waits));
    go.countDown();
    pool.awaitTermination(1, TimeUnit.MINUTES);
    failures();
  }

  private static void failures() throws InterruptedException {
    ThreadPoolExecutor pool = pool();
    try {
      pool.submit(BehaviourTarget::fail).get();
    } catch (ExecutionException e) {
      stack(e.getCause());
    }
    pool.shutdown();
    Thread thread = new Thread(BehaviourTarget::fail, "failing");
    thread.setUncaughtExceptionHandler((in, thrown) -> stack(thrown));
    thread.start();
    thread.join();
    ForkJoinPool forks = new ForkJoinPool(1);
    forks.execute(() -> stack(new Throwable()));
    forks.shutdown();
    forks.awaitTermination(1, TimeUnit.MINUTES);
    System.out.println(BEGUN);
  }
}
