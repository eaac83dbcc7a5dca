package dev.bottrace.trace.target;

import java.util.concurrent.CountDownLatch;

/** Ends in the way that its argument names. */
public final class EndTarget {
  private EndTarget() {}

  public static void main(String[] args) throws InterruptedException {
    step();
    switch (args[0]) {
      case "return" -> step();
      case "exit" -> System.exit(7);
      case "halt" -> Runtime.getRuntime().halt(8);
      case "runtime-exit" -> Runtime.getRuntime().exit(9);
      case "exit-in-thread" -> inThread(() -> System.exit(10));
      case "halt-in-thread" -> inThread(() -> Runtime.getRuntime().halt(11));
      case "throw" -> throw new IllegalStateException("as asked");
      case "throw-in-thread" -> thrownInThread();
      case "loop" -> loop();
      case "block" -> new CountDownLatch(1).await();
      case "ignore" -> ignoreInterrupts();
      case "thread" -> new Thread(EndTarget::late, "late").start();
      case "daemon" -> daemon();
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static void inThread(Runnable end) throws InterruptedException {
    new Thread(end, "ending").start();
    new CountDownLatch(1).await();
  }

  private static void thrownInThread() throws InterruptedException {
    Thread thread =
        new Thread(
            () -> {
              throw new IllegalStateException("in a thread");
            },
            "throwing");
    thread.setUncaughtExceptionHandler((t, e) -> step());
    thread.start();
    thread.join();
  }

  /** Longer than any test lets it run, and yet not for ever, as nothing can stop it. */
  private static void loop() {
    long end = System.nanoTime() + 5_000_000_000L;
    while (System.nanoTime() < end) {
      step();
    }
  }

  private static void ignoreInterrupts() {
    CountDownLatch never = new CountDownLatch(1);
    while (never.getCount() > 0) {
      try {
        never.await();
      } catch (InterruptedException e) {
        step();
      }
    }
  }

  private static void daemon() {
    Thread thread = new Thread(EndTarget::loop, "daemon");
    thread.setDaemon(true);
    thread.start();
  }

  private static void late() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    step();
  }

  private static void step() {}
}
