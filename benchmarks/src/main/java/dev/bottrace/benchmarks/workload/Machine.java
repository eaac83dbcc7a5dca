package dev.bottrace.benchmarks.workload;

import java.util.Arrays;

/** Computes on a stack. */
final class Machine {
  private final Scope scope;
  private double[] stack = new double[4];
  private int height;
  private int next;

  Machine(Scope scope) {
    this.scope = scope;
  }

  double run(Code code) {
    next = 0;
    while (next < code.size()) {
      code.step(next++).runOn(this);
    }
    return pop();
  }

  void push(double value) {
    if (height == stack.length) {
      grow();
    }
    stack[height++] = value;
  }

  private void grow() {
    stack = Arrays.copyOf(stack, 2 * height);
  }

  private double pop() {
    return stack[--height];
  }

  private double[] pop(int count) {
    height -= count;
    return Arrays.copyOfRange(stack, height, height + count);
  }

  void load(String name) {
    push(scope.lookUp(name));
  }

  void negate() {
    push(-pop());
  }

  void operate(Operator operator) {
    double right = pop();
    push(operator.apply(pop(), right));
  }

  void call(Functions.Function function, int arguments) {
    push(function.apply(pop(arguments)));
  }

  boolean takePositive() {
    return pop() > 0;
  }

  void jump(int target) {
    next = target;
  }
}
