package dev.bottrace.internal.record;

import dev.bottrace.runtime.LocalsFrame;
import dev.bottrace.runtime.ThreadSink;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** Counts the calls of one thread down to a depth. */
final class CountedThread extends ThreadSink {
  final CallCounter counter;

  /** Whether its counts stand elsewhere. */
  boolean retired;

  private final WeakReference<Thread> thread;
  private final int maxDepth;

  CountedThread(Thread thread, CallCounter counter, int maxDepth) {
    this.thread = new WeakReference<>(thread);
    this.counter = counter;
    this.maxDepth = maxDepth;
  }

  @Override
  public void count(int method) {
    try {
      counter.count(method);
    } catch (OutOfMemoryError e) {
      return; // a larger table was needed: one call of a new method is not counted
    }
  }

  boolean isOver() {
    Thread owner = thread.get();
    return owner == null || !owner.isAlive();
  }

  @Override
  public void enter(int method) {
    int level = depth + 1;
    if (level <= maxDepth) {
      count(method);
    }
    depth = level;
  }

  @Override
  public void enter(int method, @Nullable Object[] arguments) {
    enter(method);
  }

  @Override
  public LocalsFrame locals(int level, int method, int slots) {
    return new LocalsFrame(slots);
  }

  @Override
  public void exit(int level, int method, @Nullable Object value) {
    exit(level);
  }

  @Override
  public void exit(int level) {
    depth = level - 1;
  }

  @Override
  public void exitThrowing(int level, Throwable thrown) {
    depth = level - 1;
  }

  @Override
  public void constructorThrew(int level, int method, Throwable thrown) {
    depth = level - 1;
  }

  @Override
  public void caught(int level, Throwable thrown) {
    depth = level;
  }

  @Override
  public void superStart(int level, int method, String callee) {}

  @Override
  public void superEnd(int level) {
    depth = level;
  }
}
