package dev.bottrace.internal.launch;

import dev.bottrace.internal.record.OwnThread;

/**
 * Starts threads of ours: daemons in the root thread group, beside those of the JVM and out of the
 * program's sight.
 */
public final class ServiceThread {
  private ServiceThread() {}

  /**
   * Starts one.
   *
   * @param name of the thread
   * @param task what it does
   * @return the thread
   */
  public static Thread start(String name, Runnable task) {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    Thread thread = new OwnThread(group, task, name);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.start();
    return thread;
  }

  /** Waits, undisturbed by interrupts. */
  static void sleep(long millis) {
    long end = System.nanoTime() + millis * 1_000_000;
    for (long left = millis; left > 0; left = (end - System.nanoTime() + 999_999) / 1_000_000) {
      try {
        Thread.sleep(left);
      } catch (InterruptedException e) {
        // nobody has reason to interrupt a thread of ours
      }
    }
  }
}
