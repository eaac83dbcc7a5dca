package dev.bottrace.benchmarks.workload;

/** A number. */
record Literal(double number) implements Expression {
  static final Literal ZERO = new Literal(0);
  static final Literal ONE = new Literal(1);

  @Override
  public double value(Scope scope) {
    return number;
  }

  @Override
  public void compileTo(Code code) {
    code.push(number);
  }

  @Override
  public void printTo(Printer printer) {
    printer.number(number);
  }

  @Override
  public boolean isConstant() {
    return true;
  }

  @Override
  public boolean isConstant(double value) {
    return number == value;
  }
}
