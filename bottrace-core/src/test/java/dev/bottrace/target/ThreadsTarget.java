package dev.bottrace.target;

/** Threads one after the other. */
final class ThreadsTarget {
  private ThreadsTarget() {}

  private static void work(int step) {
    System.out.println("step " + step);
  }

  private static void failing() {
    throw new IllegalStateException("in a thread");
  }

  private static void run(String name, Runnable body) throws InterruptedException {
    Thread thread = new Thread(body, name);
    thread.setUncaughtExceptionHandler((in, e) -> System.out.println(in.getName() + ": " + e));
    thread.start();
    thread.join();
  }

  public static void main(String[] args) throws InterruptedException {
    work(1);
    run("worker", () -> work(2));
    run("failing worker", ThreadsTarget::failing);
    work(3);
  }
}
