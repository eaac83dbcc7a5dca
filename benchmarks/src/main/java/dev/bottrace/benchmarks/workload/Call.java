package dev.bottrace.benchmarks.workload;

import java.util.List;
import java.util.function.UnaryOperator;

/** A function of the values of its arguments. */
record Call(Functions.Function function, List<Expression> arguments) implements Expression {
  @Override
  public double value(Scope scope) {
    return function.apply(
        arguments.stream().mapToDouble(argument -> argument.value(scope)).toArray());
  }

  @Override
  public Expression withParts(UnaryOperator<Expression> change) {
    return new Call(function, arguments.stream().map(change).toList());
  }
}
