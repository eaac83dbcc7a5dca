package dev.bottrace.benchmarks.workload;

import java.util.function.UnaryOperator;

/** One of two, by a condition. */
record Choice(Expression condition, Expression then, Expression otherwise) implements Expression {
  @Override
  public double value(Scope scope) {
    return (holds(scope) ? then : otherwise).value(scope);
  }

  private boolean holds(Scope scope) {
    return condition.value(scope) > 0;
  }

  @Override
  public Expression withParts(UnaryOperator<Expression> change) {
    return new Choice(change.apply(condition), change.apply(then), change.apply(otherwise));
  }
}
