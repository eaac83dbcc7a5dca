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
  public void compileTo(Code code) {
    condition.compileTo(code);
    int toOtherwise = code.jumpUnlessPositive();
    then.compileTo(code);
    int toEnd = code.jump();
    code.land(toOtherwise);
    otherwise.compileTo(code);
    code.land(toEnd);
  }

  @Override
  public void printTo(Printer printer) {
    printer.part(condition, Operator.LOWEST);
    printer.infix('?');
    printer.part(then, precedence());
    printer.infix(':');
    printer.part(otherwise, precedence());
  }

  @Override
  public Expression slope(String name) {
    return new Choice(condition, then.slope(name), otherwise.slope(name));
  }

  @Override
  public Expression withParts(UnaryOperator<Expression> change) {
    return new Choice(change.apply(condition), change.apply(then), change.apply(otherwise));
  }

  @Override
  public int precedence() {
    return Operator.LOWEST - 1;
  }
}
