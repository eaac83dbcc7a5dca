package dev.bottrace.internal.record;

import org.jspecify.annotations.Nullable;

/**
 * A thread of ours. What it does is not the program's and is not recorded, whatever code it comes
 * through: an agent such as Mockito's may have methods of the JDK call classes that are traced,
 * {@code Object.wait} among them, which this thread calls while it holds what others wait for.
 */
public final class OwnThread extends Thread {
  /**
   * Makes a thread that inherits nothing.
   *
   * @param group its group; null for that of the current thread
   * @param task what it does
   * @param name of the thread
   */
  public OwnThread(@Nullable ThreadGroup group, Runnable task, String name) {
    super(group, task, name, 0, false);
  }

  static boolean isCurrent() {
    return Thread.currentThread() instanceof OwnThread;
  }
}
