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
      default -> finish();
    }
  }

  private static void begin() {}

  private static void finish() {}
}
