package dev.bottrace.internal.watch;

import dev.bottrace.internal.code.Evaluation;
import dev.bottrace.internal.code.Refusal;

/** Operands that must be true or false. */
final class Conditions {
  private Conditions() {}

  static Node of(Node node) {
    if (node.type() == boolean.class) {
      return node;
    }
    if (node.type() == Boolean.class) {
      return Unboxing.of(node);
    }
    if (node.type().isPrimitive() || Kind.ofBox(node.type()) != null) {
      throw isNot(TypeNames.of(node.type()));
    }
    return new BooleanNode(environment -> check(node, environment));
  }

  private static boolean check(Node node, Environment environment) {
    Object value = node.value(environment);
    if (value instanceof Boolean truth) {
      return truth;
    }
    throw isNot(value == null ? "null" : Evaluation.typeOf(value).getTypeName());
  }

  private static Refusal isNot(String type) {
    return Refusal.whole("is " + type + ", not boolean");
  }
}
