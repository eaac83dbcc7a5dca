package dev.bottrace.internal.watch;

import dev.bottrace.internal.code.Evaluation;
import dev.bottrace.internal.code.Refusal;

/** Conversions that are written down. */
final class CastBinder {
  private CastBinder() {}

  static Node cast(Class<?> type, Node operand) {
    Kind target = Kind.of(type);
    if (target == null) {
      return operand.isReference() ? reference(type, operand) : boxed(type, operand);
    }
    Kind source = Kind.unboxed(operand.type());
    if (source == null && operand.type() != Node.NULL && operand.type() != String.class) {
      return new ComputedNode(type, e -> number(type, operand.value(e)).value(e));
    }
    if (source == null || source.isNumeric() != target.isNumeric()) {
      throw impossible(operand.type(), type);
    }
    Node node = new CastNode(target, Unboxing.of(operand));
    return operand instanceof ConstantNode ? Folding.fold(node) : node;
  }

  private static Node number(Class<?> type, @org.jspecify.annotations.Nullable Object value) {
    if (value == null || Kind.ofBox(value.getClass()) == null) {
      throw impossible(value == null ? Node.NULL : Evaluation.typeOf(value), type);
    }
    return cast(type, ConstantNode.of(value));
  }

  private static Node boxed(Class<?> type, Node operand) {
    Kind kind = Kind.of(operand.type());
    if (kind == null || !type.isAssignableFrom(kind.box())) {
      throw impossible(operand.type(), type);
    }
    return new ComputedNode(type, operand::value);
  }

  private static Node reference(Class<?> type, Node operand) {
    if (operand instanceof ConstantNode && type == String.class && operand.type() == type) {
      return operand;
    }
    return new ComputedNode(
        type,
        environment -> {
          Object value = operand.value(environment);
          if (value != null && !type.isAssignableFrom(Evaluation.typeOf(value))) {
            throw impossible(Evaluation.typeOf(value), type);
          }
          return value;
        });
  }

  private static Refusal impossible(Class<?> from, Class<?> to) {
    return Refusal.whole(TypeNames.of(from) + " cannot be cast to " + TypeNames.of(to));
  }
}
