package dev.bottrace.benchmarks.workload;

import java.util.function.UnaryOperator;

/** Minus something. */
record Negation(Expression operand) implements Expression {
  @Override
  public double value(Scope scope) {
    return -operand.value(scope);
  }

  @Override
  public Expression withParts(UnaryOperator<Expression> change) {
    return new Negation(change.apply(operand));
  }

  @Override
  public boolean isConstant() {
    return operand.isConstant();
  }
}
