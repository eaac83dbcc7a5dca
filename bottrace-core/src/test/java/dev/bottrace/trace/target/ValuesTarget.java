package dev.bottrace.trace.target;

import java.util.List;
import java.util.stream.IntStream;

/** Says its own argument by the names of its calls; for several runs side by side. */
public final class ValuesTarget {
  private ValuesTarget() {}

  public static void main(String[] args) throws InterruptedException {
    int times = Integer.parseInt(args[1]);
    List<Thread> threads =
        IntStream.range(0, 2)
            .mapToObj(i -> new Thread(() -> call(args[0], times), args[0] + "-" + i))
            .toList();
    threads.forEach(Thread::start);
    call(args[0], times);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void call(String which, int times) {
    for (int i = 0; i < times; i++) {
      switch (which) {
        case "a" -> a();
        case "b" -> b();
        case "c" -> c();
        default -> d();
      }
    }
  }

  private static void a() {}

  private static void b() {}

  private static void c() {}

  private static void d() {}
}
