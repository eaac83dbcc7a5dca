package dev.bottrace.benchmarks.workload;

/** What a name stands for. */
record Variable(String name) implements Expression {
  @Override
  public double value(Scope scope) {
    return scope.lookUp(name);
  }
}
