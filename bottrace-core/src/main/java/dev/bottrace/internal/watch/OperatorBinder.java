package dev.bottrace.internal.watch;

import dev.bottrace.internal.code.Evaluation;
import dev.bottrace.internal.code.Refusal;
import org.jspecify.annotations.Nullable;

/** Chooses what an operator does from the types of its operands, by the rules of Java. */
final class OperatorBinder {
  private OperatorBinder() {}

  static Node binary(Operator operator, Node left, Node right) {
    Node node = unfolded(operator, left, right);
    return isConstant(left) && isConstant(right) ? Folding.fold(node) : node;
  }

  private static boolean isConstant(Node node) {
    return node instanceof ConstantNode && node.type() != Node.NULL;
  }

  private static Node unfolded(Operator operator, Node left, Node right) {
    if (operator == Operator.PLUS && (isText(left) || isText(right))) {
      return new ConcatNode(left, right);
    }
    if (operator.isEquality() && left.isReference() && right.isReference()) {
      return new IdentityNode(left, right, operator == Operator.EQUAL);
    }
    Kind first = Kind.unboxed(left.type());
    Kind second = Kind.unboxed(right.type());
    if (isDynamic(left, first) || isDynamic(right, second)) {
      return dynamic(operator, left, right);
    }
    if (first != null && second != null) {
      Node typed = primitive(operator, Unboxing.of(left), Unboxing.of(right), first, second);
      if (typed != null) {
        return typed;
      }
    }
    throw undefined(operator, left.type(), right.type());
  }

  private static boolean isText(Node node) {
    return node.type() == String.class;
  }

  /** Its static type says nothing of what it is, as generics are erased. */
  private static boolean isDynamic(Node node, @Nullable Kind kind) {
    return kind == null && node.type() != Node.NULL && node.type() != String.class;
  }

  private static @Nullable Node primitive(
      Operator operator, Node left, Node right, Kind first, Kind second) {
    if (first == Kind.BOOLEAN && second == Kind.BOOLEAN) {
      return LogicNode.of(operator, left, right);
    }
    if (!first.isNumeric() || !second.isNumeric() || operator.isLogic()) {
      return null;
    }
    if (operator.isShift()) {
      boolean integral = first.isIntegral() && second.isIntegral();
      return integral ? new ArithmeticNode(operator, first.promoted(), left, right) : null;
    }
    Kind kind = Kind.promoted(first, second);
    if (operator.isEquality() || operator.isRelational()) {
      return new ComparisonNode(operator, kind, left, right);
    }
    boolean defined = !operator.isBitwise() || kind.isIntegral();
    return defined ? new ArithmeticNode(operator, kind, left, right) : null;
  }

  /** Decides again when the values are there. */
  private static Node dynamic(Operator operator, Node left, Node right) {
    if (operator.isLogic()) {
      return requireLogic(operator, Conditions.of(left), Conditions.of(right));
    }
    Class<?> type = operator.isEquality() || operator.isRelational() ? boolean.class : Object.class;
    return new ComputedNode(type, e -> decide(operator, left.value(e), right.value(e)).value(e));
  }

  private static Node decide(Operator operator, @Nullable Object left, @Nullable Object right) {
    if (operator == Operator.PLUS && (left instanceof String || right instanceof String)) {
      return new ConcatNode(
          new ConstantNode(Object.class, left), new ConstantNode(Object.class, right));
    }
    return unfolded(operator, exact(left), exact(right));
  }

  private static Node requireLogic(Operator operator, Node left, Node right) {
    Node node = LogicNode.of(operator, left, right);
    if (node == null) {
      throw undefined(operator, left.type(), right.type());
    }
    return node;
  }

  /** Boxes are taken as the values in them: an operator unboxes them. */
  private static Node exact(@Nullable Object value) {
    if (value != null && Kind.ofBox(value.getClass()) == null && !(value instanceof String)) {
      throw Refusal.whole("a " + Evaluation.typeOf(value).getTypeName() + " is not a number");
    }
    return ConstantNode.of(value);
  }

  static Node unary(String operator, Node operand) {
    if (operator.equals("!")) {
      Node not = new NotNode(Conditions.of(operand));
      return isConstant(operand) ? Folding.fold(not) : not;
    }
    Kind kind = Kind.unboxed(operand.type());
    if (isDynamic(operand, kind)) {
      return new ComputedNode(Object.class, e -> unary(operator, exact(operand.value(e))).value(e));
    }
    boolean defined = kind != null && (operator.equals("~") ? kind.isIntegral() : kind.isNumeric());
    if (kind == null || !defined) {
      String type = TypeNames.of(operand.type());
      throw Refusal.whole("operator '" + operator + "' is not defined for " + type);
    }
    Node node = numeric(operator, kind.promoted(), Unboxing.of(operand));
    return isConstant(operand) ? Folding.fold(node) : node;
  }

  private static Node numeric(String operator, Kind kind, Node operand) {
    return switch (operator) {
      case "-" -> negated(kind, operand);
      case "~" -> new ArithmeticNode(Operator.BIT_XOR, kind, operand, ConstantNode.of(-1));
      default -> new CastNode(kind, operand);
    };
  }

  /** Zero minus zero is not minus zero; a product keeps the sign. */
  private static Node negated(Kind kind, Node operand) {
    return new ArithmeticNode(Operator.TIMES, kind, operand, ConstantNode.of(-1));
  }

  static Refusal undefined(Operator operator, Class<?> left, Class<?> right) {
    return Refusal.whole(
        "operator '"
            + operator.symbol()
            + "' is not defined for "
            + TypeNames.of(left)
            + " and "
            + TypeNames.of(right));
  }
}
