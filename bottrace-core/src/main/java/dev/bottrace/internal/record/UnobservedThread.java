package dev.bottrace.internal.record;

import dev.bottrace.runtime.LocalsFrame;
import dev.bottrace.runtime.ThreadSink;
import org.jspecify.annotations.Nullable;

/** Stands for a thread that is not recorded, or for which there is no memory. */
final class UnobservedThread extends ThreadSink {
  static final UnobservedThread INSTANCE = new UnobservedThread();

  private UnobservedThread() {}

  @Override
  public void enter(int method) {}

  @Override
  public void enter(int method, @Nullable Object[] arguments) {}

  @Override
  public void count(int method) {}

  @Override
  public LocalsFrame locals(int level, int method, int slots) {
    return new LocalsFrame(slots);
  }

  @Override
  public void exit(int level, int method, @Nullable Object value) {}

  @Override
  public void exit(int level) {}

  @Override
  public void exitThrowing(int level, Throwable thrown) {}

  @Override
  public void constructorThrew(int level, int method, Throwable thrown) {}

  @Override
  public void caught(int level, Throwable thrown) {}

  @Override
  public void superStart(int level, int method, String callee) {}

  @Override
  public void superEnd(int level) {}
}
