package dev.bottrace.benchmarks.workload;

/** A number. */
record Literal(double number) implements Expression {
  @Override
  public double value(Scope scope) {
    return number;
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
