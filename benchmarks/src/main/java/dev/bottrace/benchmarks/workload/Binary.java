package dev.bottrace.benchmarks.workload;

import java.util.function.UnaryOperator;

/** An operator between two operands. */
record Binary(Operator operator, Expression left, Expression right) implements Expression {
  @Override
  public double value(Scope scope) {
    return operator.apply(left.value(scope), right.value(scope));
  }

  @Override
  public Expression withParts(UnaryOperator<Expression> change) {
    return new Binary(operator, change.apply(left), change.apply(right));
  }

  @Override
  public boolean isConstant() {
    return left.isConstant() && right.isConstant();
  }
}
