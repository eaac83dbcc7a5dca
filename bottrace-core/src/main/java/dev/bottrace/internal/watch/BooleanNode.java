package dev.bottrace.internal.watch;

import org.jspecify.annotations.Nullable;

/** A condition that is computed by a function. */
final class BooleanNode extends Node {
  private final Test test;

  /** Computes a condition. */
  @FunctionalInterface
  interface Test {
    boolean truth(Environment environment);
  }

  BooleanNode(Test test) {
    super(boolean.class);
    this.test = test;
  }

  @Override
  @Nullable Object value(Environment environment) {
    return test.truth(environment);
  }

  @Override
  boolean truth(Environment environment) {
    return test.truth(environment);
  }
}
