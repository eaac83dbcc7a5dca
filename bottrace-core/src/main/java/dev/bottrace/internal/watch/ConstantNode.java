package dev.bottrace.internal.watch;

import org.jspecify.annotations.Nullable;

/** A literal, or what can be computed from literals. */
final class ConstantNode extends Node {
  private final @Nullable Object value;
  private final int number;
  private final double floating;

  ConstantNode(Class<?> type, @Nullable Object value) {
    super(type);
    this.value = value;
    this.number = Numbers.toInt(value);
    this.floating = Numbers.toDouble(value);
  }

  static ConstantNode of(@Nullable Object value) {
    if (value == null) {
      return new ConstantNode(NULL, null);
    }
    Kind kind = Kind.ofBox(value.getClass());
    return new ConstantNode(kind == null ? value.getClass() : kind.type(), value);
  }

  @Nullable Object value() {
    return value;
  }

  @Override
  @Nullable Object value(Environment environment) {
    return value;
  }

  @Override
  int asInt(Environment environment) {
    return number;
  }

  @Override
  double asDouble(Environment environment) {
    return floating;
  }

  @Override
  Term term() {
    boolean known = !isReference() || value == null || value instanceof String;
    return known ? new Term.Constant(value, type().descriptorString()) : Term.Unknown.INSTANCE;
  }
}
