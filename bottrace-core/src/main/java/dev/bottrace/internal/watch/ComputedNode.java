package dev.bottrace.internal.watch;

import org.jspecify.annotations.Nullable;

/** Any value that is computed by a function. */
final class ComputedNode extends Node {
  private final Computation computation;

  /** Computes a value. */
  @FunctionalInterface
  interface Computation {
    @Nullable Object value(Environment environment);
  }

  ComputedNode(Class<?> type, Computation computation) {
    super(type);
    this.computation = computation;
  }

  @Override
  @Nullable Object value(Environment environment) {
    return computation.value(environment);
  }
}
