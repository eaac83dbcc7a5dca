package dev.bottrace.internal.record;

import dev.bottrace.runtime.StateSink;
import org.jspecify.annotations.Nullable;

/** Takes no state: for programs without places whose state is wanted. */
enum NoState implements StateSink {
  INSTANCE;

  @Override
  public boolean reached(int site) {
    return false;
  }

  @Override
  public boolean passed(int site) {
    return true;
  }

  @Override
  public boolean fires(int site, @Nullable Class<?> declaring, @Nullable Object[] values) {
    return false;
  }

  @Override
  public void capture(int site, @Nullable Class<?> declaring, @Nullable Object[] values) {}

  @Override
  public void entered(int counter) {}
}
