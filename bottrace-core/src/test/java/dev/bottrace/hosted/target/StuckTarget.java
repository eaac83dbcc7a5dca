package dev.bottrace.hosted.target;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

/** Has a thread that waits where no interrupt helps. */
public final class StuckTarget {
  private StuckTarget() {}

  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "deadlock" -> deadlock();
      case "lock" -> lock();
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static void deadlock() throws InterruptedException {
    Object first = new Object();
    Object second = new Object();
    CountDownLatch both = new CountDownLatch(2);
    new Thread(() -> lock(first, second, both), "stuck").start();
    new Thread(() -> lock(second, first, both), "stuck-too").start();
    both.await();
  }

  private static void lock(Object first, Object second, CountDownLatch both) {
    synchronized (first) {
      both.countDown();
      try {
        both.await();
      } catch (InterruptedException e) {
        return;
      }
      synchronized (second) {
        both.countDown();
      }
    }
  }

  private static void lock() throws InterruptedException {
    ReentrantLock lock = new ReentrantLock();
    lock.lock();
    Thread thread = new Thread(lock::lock, "stuck");
    thread.setDaemon(true);
    thread.start();
    new CountDownLatch(1).await();
  }
}
