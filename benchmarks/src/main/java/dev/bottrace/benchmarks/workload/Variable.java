package dev.bottrace.benchmarks.workload;

/** What a name stands for. */
record Variable(String name) implements Expression {
  @Override
  public double value(Scope scope) {
    return scope.lookUp(name);
  }

  @Override
  public void compileTo(Code code) {
    code.load(name);
  }

  @Override
  public void printTo(Printer printer) {
    printer.word(name);
  }

  @Override
  public Expression slope(String other) {
    return name.equals(other) ? Literal.ONE : Literal.ZERO;
  }
}
