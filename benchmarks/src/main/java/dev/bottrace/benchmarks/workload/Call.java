package dev.bottrace.benchmarks.workload;

import java.util.List;
import java.util.function.UnaryOperator;

/** A function of the values of its arguments. */
record Call(Functions.Function function, String name, List<Expression> arguments)
    implements Expression {
  @Override
  public double value(Scope scope) {
    return function.apply(
        arguments.stream().mapToDouble(argument -> argument.value(scope)).toArray());
  }

  @Override
  public void compileTo(Code code) {
    arguments.forEach(argument -> argument.compileTo(code));
    code.call(function, arguments.size());
  }

  @Override
  public void printTo(Printer printer) {
    printer.word(name);
    printer.list(arguments);
  }

  @Override
  public Expression slope(String variable) {
    return Functions.isLinear(name)
        ? withParts(argument -> argument.slope(variable))
        : Literal.ZERO;
  }

  @Override
  public Expression withParts(UnaryOperator<Expression> change) {
    return new Call(function, name, arguments.stream().map(change).toList());
  }
}
