package dev.bottrace.benchmarks.workload;

import java.util.ArrayList;
import java.util.List;

/** What a {@link Machine} does, step by step. */
final class Code {
  private final List<Step> steps = new ArrayList<>();

  /** One instruction. */
  interface Step {
    void runOn(Machine machine);
  }

  static Code of(Expression expression) {
    Code code = new Code();
    expression.compileTo(code);
    return code;
  }

  int size() {
    return steps.size();
  }

  Step step(int position) {
    return steps.get(position);
  }

  void push(double value) {
    steps.add(machine -> machine.push(value));
  }

  void load(String name) {
    steps.add(machine -> machine.load(name));
  }

  void negate() {
    steps.add(Machine::negate);
  }

  void operate(Operator operator) {
    steps.add(machine -> machine.operate(operator));
  }

  void call(Functions.Function function, int arguments) {
    steps.add(machine -> machine.call(function, arguments));
  }

  /** Adds a jump that gets its target later, and returns where it stands. */
  int jump() {
    return add(new Jump(false));
  }

  /** Adds a jump that is taken unless the value on top of the stack, which it takes, is above 0. */
  int jumpUnlessPositive() {
    return add(new Jump(true));
  }

  /** Lets a jump arrive at what is added next. */
  void land(int jump) {
    ((Jump) step(jump)).target = size();
  }

  private int add(Step step) {
    steps.add(step);
    return size() - 1;
  }

  private static final class Jump implements Step {
    private final boolean conditional;
    private int target;

    Jump(boolean conditional) {
      this.conditional = conditional;
    }

    @Override
    public void runOn(Machine machine) {
      if (isTaken(machine)) {
        machine.jump(target);
      }
    }

    private boolean isTaken(Machine machine) {
      return !conditional || !machine.takePositive();
    }
  }
}
