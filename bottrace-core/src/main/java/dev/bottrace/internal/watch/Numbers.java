package dev.bottrace.internal.watch;

import org.jspecify.annotations.Nullable;

/** Boxed numbers and characters to primitive values. */
final class Numbers {
  private Numbers() {}

  static int toInt(@Nullable Object value) {
    return value instanceof Integer number ? number : (int) toLong(value);
  }

  static long toLong(@Nullable Object value) {
    if (value instanceof Character c) {
      return c;
    }
    return value instanceof Number number ? number.longValue() : 0;
  }

  static float toFloat(@Nullable Object value) {
    if (value instanceof Character c) {
      return c;
    }
    return value instanceof Number number ? number.floatValue() : 0;
  }

  static double toDouble(@Nullable Object value) {
    if (value instanceof Character c) {
      return c;
    }
    return value instanceof Number number ? number.doubleValue() : 0;
  }

  static Object box(Kind kind, Node node, Environment environment) {
    return switch (kind) {
      case BOOLEAN -> node.truth(environment);
      case BYTE -> (byte) integer(node, environment);
      case SHORT -> (short) integer(node, environment);
      case CHAR -> (char) integer(node, environment);
      case INT -> integer(node, environment);
      case LONG -> whole(node, environment);
      case FLOAT -> node.asFloat(environment);
      case DOUBLE -> node.asDouble(environment);
    };
  }

  /** A conversion to int rounds towards zero and stays in range. */
  static int integer(Node node, Environment environment) {
    Kind kind = Kind.of(node.type());
    if (kind == Kind.FLOAT || kind == Kind.DOUBLE) {
      return (int) node.asDouble(environment);
    }
    return kind == Kind.LONG ? (int) node.asLong(environment) : node.asInt(environment);
  }

  static long whole(Node node, Environment environment) {
    Kind kind = Kind.of(node.type());
    return kind == Kind.FLOAT || kind == Kind.DOUBLE
        ? (long) node.asDouble(environment)
        : node.asLong(environment);
  }
}
