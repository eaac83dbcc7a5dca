package dev.bottrace.async.target;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.RecursiveTask;

/** Tasks of a fork-join pool with one thread. */
final class ForkJoinTarget {
  private ForkJoinTarget() {}

  private static final class Sum extends RecursiveTask<Integer> {
    private static final long serialVersionUID = 1L;

    private final int from;
    private final int to;

    Sum(int from, int to) {
      this.from = from;
      this.to = to;
    }

    @Override
    protected Integer compute() {
      return to - from == 1 ? from : halves((from + to) / 2);
    }

    private int halves(int middle) {
      Sum upper = new Sum(middle, to);
      upper.fork();
      return new Sum(from, middle).invoke() + upper.join();
    }
  }

  private static ForkJoinWorkerThread thread(ForkJoinPool pool) {
    ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
    thread.setName("fork-join");
    return thread;
  }

  private static int work(int n) {
    return n;
  }

  private static void submitted(ForkJoinPool pool) throws Exception {
    pool.submit(() -> work(1)).get();
    System.out.println(pool.submit(new Sum(0, 2)).get());
  }

  private static Sum made() {
    return new Sum(3, 4);
  }

  private static void invoked(ForkJoinPool pool) {
    System.out.println(pool.invoke(made()));
  }

  public static void main(String[] args) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(1, ForkJoinTarget::thread, null, false);
    submitted(pool);
    invoked(pool);
    pool.shutdown();
  }
}
