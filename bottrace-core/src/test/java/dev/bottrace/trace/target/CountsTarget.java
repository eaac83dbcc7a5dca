package dev.bottrace.trace.target;

import java.util.ArrayList;
import java.util.List;

/** Many threads call one method, each a known number of times. */
public final class CountsTarget {
  private CountsTarget() {}

  public static void main(String[] args) throws Exception {
    int threads = Integer.parseInt(args[0]);
    int calls = Integer.parseInt(args[1]);
    boolean virtual = args.length > 2;
    List<Thread> started = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      started.add(virtual ? startVirtual(() -> work(calls)) : start(() -> work(calls)));
    }
    for (Thread thread : started) {
      thread.join();
    }
  }

  private static Thread start(Runnable task) {
    Thread thread = new Thread(task);
    thread.start();
    return thread;
  }

  /** Java 17 has no such method. */
  private static Thread startVirtual(Runnable task) throws ReflectiveOperationException {
    return (Thread) Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
  }

  private static void work(int calls) {
    for (int i = 0; i < calls; i++) {
      step();
    }
  }

  private static void step() {
    inner();
  }

  private static void inner() {}
}
