package dev.bottrace.internal.code;

import org.jspecify.annotations.Nullable;

/** Boxed numbers to a wider primitive type. */
final class Widening {
  private Widening() {}

  static @Nullable Object to(char kind, @Nullable Object value) {
    if (value instanceof Character c && "IJFD".indexOf(kind) >= 0) {
      return to(kind, (int) c);
    }
    if (!(value instanceof Number number)) {
      return value;
    }
    return switch (kind) {
      case 'S' -> number.shortValue();
      case 'I' -> number.intValue();
      case 'J' -> number.longValue();
      case 'F' -> number.floatValue();
      case 'D' -> number.doubleValue();
      default -> value;
    };
  }
}
