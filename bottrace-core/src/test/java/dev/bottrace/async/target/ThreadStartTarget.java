package dev.bottrace.async.target;

/** Threads that traced code starts, and that start others. */
final class ThreadStartTarget {
  private ThreadStartTarget() {}

  private static final class Worker implements Runnable {
    @Override
    public void run() {
      work();
    }
  }

  private static void work() {}

  private static void twice() {
    work();
    work();
  }

  private static void startOther() {
    start(ThreadStartTarget::work, "inner");
  }

  private static void start(Runnable body, String name) {
    Thread thread = new Thread(body, name);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void main(String[] args) {
    start(new Worker(), "worker");
    start(ThreadStartTarget::twice, "twice");
    start(ThreadStartTarget::startOther, "outer");
  }
}
