package dev.bottrace.internal.watch;

import org.jspecify.annotations.Nullable;

/** Chooses the type of {@code a ? b : c}. */
final class ConditionalBinder {
  private ConditionalBinder() {}

  static Node conditional(Node condition, Node yes, Node no) {
    Node test = Conditions.of(condition);
    Class<?> type = type(yes, no);
    Kind kind = Kind.of(type);
    Node first = kind == null ? yes : converted(kind, yes);
    Node second = kind == null ? no : converted(kind, no);
    return new ConditionalNode(type, test, first, second);
  }

  private static Node converted(Kind kind, Node node) {
    return node.type() == kind.type() ? node : new CastNode(kind, Unboxing.of(node));
  }

  private static Class<?> type(Node yes, Node no) {
    if (yes.type() == no.type()) {
      return yes.type();
    }
    Kind first = Kind.unboxed(yes.type());
    Kind second = Kind.unboxed(no.type());
    if (first != null && second != null) {
      Kind kind = kind(yes, first, no, second);
      if (kind != null) {
        return kind.type();
      }
    }
    return reference(boxed(yes.type()), boxed(no.type()));
  }

  private static @Nullable Kind kind(Node yes, Kind first, Node no, Kind second) {
    if (first == second) {
      return first;
    }
    if (!first.isNumeric() || !second.isNumeric()) {
      return null;
    }
    if (isNarrow(first) && isNarrow(second) && first != Kind.CHAR && second != Kind.CHAR) {
      return Kind.SHORT;
    }
    if (fits(no, second, first)) {
      return first;
    }
    return fits(yes, first, second) ? second : Kind.promoted(first, second);
  }

  private static boolean isNarrow(Kind kind) {
    return kind.compareTo(Kind.INT) < 0;
  }

  /** A constant int takes the narrower type of the other operand if that can hold it. */
  private static boolean fits(Node node, Kind kind, Kind narrow) {
    if (kind != Kind.INT || !isNarrow(narrow) || node.type() != int.class) {
      return false;
    }
    if (!(node instanceof ConstantNode constant)) {
      return false;
    }
    long value = Numbers.toLong(constant.value());
    return switch (narrow) {
      case BYTE -> value == (byte) value;
      case SHORT -> value == (short) value;
      default -> value == (char) value;
    };
  }

  private static Class<?> boxed(Class<?> type) {
    Kind kind = Kind.of(type);
    return kind == null ? type : kind.box();
  }

  private static Class<?> reference(Class<?> first, Class<?> second) {
    if (first == Node.NULL || second.isAssignableFrom(first)) {
      return second;
    }
    return second == Node.NULL || first.isAssignableFrom(second) ? first : Object.class;
  }
}
