package dev.bottrace.benchmarks.workload;

/** Computes beforehand what needs no variable. */
final class Simplifier {
  private static final Scope NONE = new Scope();

  Expression simplified(Expression expression) {
    Expression inside = expression.withParts(this::simplified);
    if (inside.isConstant()) {
      return constant(inside);
    }
    return inside instanceof Binary binary ? withoutNeutral(binary) : inside;
  }

  private static Expression constant(Expression expression) {
    return expression instanceof Literal ? expression : new Literal(expression.value(NONE));
  }

  private static Expression withoutNeutral(Binary binary) {
    if (isZero(binary)) {
      return Literal.ZERO;
    } else if (isNeutral(binary.operator(), binary.right())) {
      return binary.left();
    }
    return isNeutralBefore(binary.operator(), binary.left()) ? binary.right() : binary;
  }

  private static boolean isZero(Binary binary) {
    return switch (binary.operator()) {
      case TIMES -> binary.left().isConstant(0) || binary.right().isConstant(0);
      case DIVIDED -> binary.left().isConstant(0);
      default -> false;
    };
  }

  private static boolean isNeutral(Operator operator, Expression right) {
    return switch (operator) {
      case PLUS, MINUS -> right.isConstant(0);
      case TIMES, DIVIDED, POWER -> right.isConstant(1);
      default -> false;
    };
  }

  private static boolean isNeutralBefore(Operator operator, Expression left) {
    return switch (operator) {
      case PLUS -> left.isConstant(0);
      case TIMES -> left.isConstant(1);
      default -> false;
    };
  }
}
