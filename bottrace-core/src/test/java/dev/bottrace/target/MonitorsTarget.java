package dev.bottrace.target;

/**
 * Synchronized methods and blocks: each gives its monitor back, also when it is left by an
 * exception.
 */
final class MonitorsTarget {
  private int value;

  private MonitorsTarget() {}

  private synchronized int method() {
    return ++value;
  }

  private static synchronized boolean staticMethod() {
    return Thread.holdsLock(MonitorsTarget.class);
  }

  private synchronized void failingMethod() {
    throw new IllegalStateException("method");
  }

  private int block(Object lock) {
    synchronized (lock) {
      return ++value;
    }
  }

  private void failingBlocks(Object lock) {
    synchronized (this) {
      synchronized (lock) {
        throw new IllegalStateException("block");
      }
    }
  }

  private boolean isHeld(Object lock) {
    return Thread.holdsLock(this) || Thread.holdsLock(lock);
  }

  public static void main(String[] args) {
    MonitorsTarget target = new MonitorsTarget();
    Object lock = new Object();
    System.out.println(target.method() + target.block(lock));
    System.out.println(staticMethod() + " " + Thread.holdsLock(MonitorsTarget.class));
    try {
      target.failingMethod();
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage() + target.isHeld(lock));
    }
    try {
      target.failingBlocks(lock);
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage() + target.isHeld(lock));
    }
    try {
      target.block(null);
    } catch (NullPointerException e) {
      System.out.println(target.isHeld(lock));
    }
  }
}
