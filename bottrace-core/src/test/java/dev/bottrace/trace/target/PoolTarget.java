package dev.bottrace.trace.target;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/** Tasks of the common pool, whose threads lose their thread-locals between tasks on some JDKs. */
public final class PoolTarget {
  private PoolTarget() {}

  public static void main(String[] args) throws Exception {
    List<ForkJoinTask<?>> tasks = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      tasks.add(ForkJoinPool.commonPool().submit(PoolTarget::task));
    }
    for (ForkJoinTask<?> task : tasks) {
      task.get();
    }
  }

  private static void task() {
    step();
  }

  private static void step() {}
}
