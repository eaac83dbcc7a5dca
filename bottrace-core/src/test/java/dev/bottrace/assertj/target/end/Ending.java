package dev.bottrace.assertj.target.end;

import java.util.concurrent.CountDownLatch;

/** Ends in the way that its argument names. */
public final class Ending {
  private Ending() {}

  public static void main(String[] how) throws InterruptedException {
    begin();
    switch (how[0]) {
      case "exit" -> System.exit(3);
      case "throw" -> throw new IllegalStateException("no disk");
      case "wait" -> new CountDownLatch(1).await();
      case "thread" -> inThreads();
      case "print" -> {
        System.out.println("42 orders");
        System.err.println("no printer");
      }
      default -> finish();
    }
  }

  private static void inThreads() throws InterruptedException {
    for (int i = 1; i <= 2; i++) {
      Thread worker = new Thread(Ending::fail, "worker-" + i);
      worker.start();
      worker.join();
    }
  }

  private static void fail() {
    throw new IllegalStateException("no disk");
  }

  private static void begin() {}

  private static void finish() {}
}
