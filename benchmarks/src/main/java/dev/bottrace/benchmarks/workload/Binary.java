package dev.bottrace.benchmarks.workload;

import java.util.function.UnaryOperator;

/** An operator between two operands. */
record Binary(Operator operator, Expression left, Expression right) implements Expression {
  @Override
  public double value(Scope scope) {
    return operator.apply(left.value(scope), right.value(scope));
  }

  @Override
  public void compileTo(Code code) {
    left.compileTo(code);
    right.compileTo(code);
    code.operate(operator);
  }

  @Override
  public void printTo(Printer printer) {
    printer.part(left, precedence());
    printer.infix(operator.symbol());
    printer.part(right, precedence() + 1);
  }

  @Override
  public Expression slope(String name) {
    return switch (operator) {
      case PLUS, MINUS -> new Binary(operator, left.slope(name), right.slope(name));
      case TIMES -> product(left.slope(name), right).plus(product(left, right.slope(name)));
      case DIVIDED -> new Binary(operator, left.slope(name), right);
      default -> Literal.ZERO;
    };
  }

  private static Binary product(Expression left, Expression right) {
    return new Binary(Operator.TIMES, left, right);
  }

  private Binary plus(Expression other) {
    return new Binary(Operator.PLUS, this, other);
  }

  @Override
  public Expression withParts(UnaryOperator<Expression> change) {
    return new Binary(operator, change.apply(left), change.apply(right));
  }

  @Override
  public int precedence() {
    return operator.precedence();
  }

  @Override
  public boolean isConstant() {
    return left.isConstant() && right.isConstant();
  }
}
