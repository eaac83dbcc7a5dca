package dev.bottrace.internal.attach;

import org.jspecify.annotations.Nullable;

/** The thread of {@code main}, which is the first one of a JVM. */
final class MainThread {
  private static final int FIRST = 1;

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
      if (threads[i].getId() == FIRST) {
        return threads[i];
      }
    }
    return null;
  }
}
