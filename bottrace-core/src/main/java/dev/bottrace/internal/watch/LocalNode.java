package dev.bottrace.internal.watch;

import org.jspecify.annotations.Nullable;

/** A local variable, or {@code this}. */
final class LocalNode extends Node {
  private final int position;

  LocalNode(Class<?> type, int position) {
    super(type);
    this.position = position;
  }

  @Override
  @Nullable Object value(Environment environment) {
    return environment.variable(position);
  }
}
