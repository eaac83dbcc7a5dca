package dev.bottrace.internal.watch;

import org.jspecify.annotations.Nullable;

/** A local variable, or {@code this}. */
final class LocalNode extends Node {
  private static final int SELF = -1;

  private final int index;

  LocalNode(Class<?> type, int index) {
    super(type);
    this.index = index;
  }

  static LocalNode self(Class<?> type) {
    return new LocalNode(type, SELF);
  }

  @Override
  @Nullable Object value(Environment environment) {
    return index == SELF ? environment.self() : environment.variable(index);
  }
}
