package dev.bottrace.async.target;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Tasks of an executor with one thread. */
final class ExecutorTarget {
  private ExecutorTarget() {}

  private static final class Worker implements Runnable {
    @Override
    public void run() {
      work(0);
    }
  }

  private static int work(int n) {
    return n;
  }

  private static ThreadPoolExecutor pool() {
    return new ThreadPoolExecutor(
        1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), body -> new Thread(body, "pool"));
  }

  private static void executed(ThreadPoolExecutor pool) {
    pool.execute(new Worker());
  }

  private static void submitted(ExecutorService pool) throws Exception {
    pool.submit(new Worker()).get();
    pool.submit(() -> work(1)).get();
  }

  private static void all(ExecutorService pool) throws Exception {
    List<Callable<Integer>> tasks = List.of(() -> work(2), () -> work(3));
    pool.invokeAll(tasks);
  }

  private static Future<Integer> submit(ExecutorService pool) {
    return pool.submit(() -> work(4));
  }

  private static void nested(ExecutorService pool) throws Exception {
    pool.submit(() -> submit(pool)).get().get();
  }

  /** The same object waits twice: the first one that was given is the first one that runs. */
  private static void sameTwice(ThreadPoolExecutor pool) {
    Worker worker = new Worker();
    CountDownLatch given = new CountDownLatch(1);
    pool.execute(
        () -> {
          try {
            given.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    pool.execute(worker);
    pool.execute(worker);
    given.countDown();
  }

  /** What was removed does not run, and leaves no link to what is given again. */
  private static void removed(ThreadPoolExecutor pool) throws Exception {
    Worker worker = new Worker();
    CountDownLatch given = new CountDownLatch(1);
    Future<?> first = pool.submit(() -> given.await(1, TimeUnit.MINUTES));
    pool.execute(worker);
    System.out.println(pool.remove(worker));
    pool.execute(worker);
    given.countDown();
    first.get();
  }

  private static void callerRuns() throws Exception {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            0,
            1,
            0,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            body -> new Thread(body, "busy"),
            new ThreadPoolExecutor.CallerRunsPolicy());
    CountDownLatch ran = new CountDownLatch(1);
    Future<?> busy = pool.submit(() -> ran.await(1, TimeUnit.MINUTES));
    pool.execute(new Worker());
    ran.countDown();
    busy.get();
    end(pool);
  }

  private static void end(ExecutorService pool) throws InterruptedException {
    pool.shutdown();
    pool.awaitTermination(1, TimeUnit.MINUTES);
  }

  public static void main(String[] args) throws Exception {
    ThreadPoolExecutor pool = pool();
    executed(pool);
    submitted(pool);
    all(pool);
    nested(pool);
    sameTwice(pool);
    removed(pool);
    end(pool);
    callerRuns();
  }
}
