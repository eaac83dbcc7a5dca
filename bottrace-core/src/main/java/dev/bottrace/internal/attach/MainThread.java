package dev.bottrace.internal.attach;

import org.jspecify.annotations.Nullable;

/** The thread of {@code main}, which is the first one of a JVM. */
final class MainThread {
  /** Before JDK 25 its number is 1. Those that a program starts come after the JVM's own. */
  private static final int LAST = 3;

  private static final String GROUP = "main";

  private MainThread() {}

  /** Returns it; null if it has ended. */
  @SuppressWarnings("deprecation") // getId: its successor is not there before JDK 19
  static @Nullable Thread find() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    Thread[] threads = new Thread[root.activeCount() + 16];
    int count = root.enumerate(threads);
    for (int i = 0; i < count; i++) {
      ThreadGroup group = threads[i].getThreadGroup();
      if (threads[i].getId() <= LAST && group != null && group.getName().equals(GROUP)) {
        return threads[i];
      }
    }
    return null;
  }
}
