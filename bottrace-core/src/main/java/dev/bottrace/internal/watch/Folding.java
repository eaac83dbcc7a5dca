package dev.bottrace.internal.watch;

import dev.bottrace.internal.code.Refusal;

/** Computes what consists of constants only, as the compiler does. */
final class Folding {
  private static final int MAX_LENGTH = 1_000;

  private Folding() {}

  /** A division by zero is left for the evaluation. */
  static Node fold(Node node) {
    try {
      Object value = value(node);
      return value == null ? node : new ConstantNode(node.type(), value);
    } catch (Refusal e) {
      return node;
    }
  }

  private static @org.jspecify.annotations.Nullable Object value(Node node) {
    Object value = node.value(Environment.empty());
    if (value instanceof String text) {
      return text.length() <= MAX_LENGTH ? text.intern() : null;
    }
    return value;
  }
}
