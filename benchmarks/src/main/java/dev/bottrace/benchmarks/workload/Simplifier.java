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
    return isNeutral(binary.operator(), binary.right()) ? binary.left() : binary;
  }

  private static boolean isNeutral(Operator operator, Expression right) {
    return switch (operator) {
      case PLUS, MINUS -> right.isConstant(0);
      case TIMES, DIVIDED -> right.isConstant(1);
      case LESS -> false;
    };
  }
}
