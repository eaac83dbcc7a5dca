package dev.bottrace.benchmarks.workload;

import java.util.function.UnaryOperator;

/** Minus something. */
record Negation(Expression operand) implements Expression {
  @Override
  public double value(Scope scope) {
    return -operand.value(scope);
  }

  @Override
  public void compileTo(Code code) {
    operand.compileTo(code);
    code.negate();
  }

  @Override
  public void printTo(Printer printer) {
    printer.symbol('-');
    printer.part(operand, precedence());
  }

  @Override
  public Expression slope(String name) {
    return new Negation(operand.slope(name));
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
