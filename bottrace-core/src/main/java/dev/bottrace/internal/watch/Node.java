package dev.bottrace.internal.watch;

import org.jspecify.annotations.Nullable;

/**
 * A part of an expression whose type is known. One of a primitive type has at least one of the
 * methods that return it unboxed. Safe for use by any number of threads.
 */
abstract class Node {
  /** Stands for the type of null. */
  static final Class<?> NULL = Void.class;

  private final Class<?> type;

  Node(Class<?> type) {
    this.type = type;
  }

  final Class<?> type() {
    return type;
  }

  final boolean isReference() {
    return !type.isPrimitive();
  }

  /** Returns the value, boxed by its type. */
  abstract @Nullable Object value(Environment environment);

  /** Only if the type is int or narrower. */
  int asInt(Environment environment) {
    return Numbers.toInt(value(environment));
  }

  /** Only if the type is long or converts to it. */
  long asLong(Environment environment) {
    return Numbers.toLong(value(environment));
  }

  /** Only if the type is numeric. */
  float asFloat(Environment environment) {
    return Numbers.toFloat(value(environment));
  }

  /** Only if the type is numeric. */
  double asDouble(Environment environment) {
    return Numbers.toDouble(value(environment));
  }

  /** Only if the type is boolean. */
  boolean truth(Environment environment) {
    return Boolean.TRUE.equals(value(environment));
  }

  /** Returns what code may compute in its place. */
  Term term() {
    return Term.Unknown.INSTANCE;
  }
}
