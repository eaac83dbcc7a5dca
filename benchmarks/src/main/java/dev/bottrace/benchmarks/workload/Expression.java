package dev.bottrace.benchmarks.workload;

import java.util.function.UnaryOperator;

/** Something that has a value. */
interface Expression {
  double value(Scope scope);

  /** Adds what leaves the value on top of a machine's stack. */
  void compileTo(Code code);

  void printTo(Printer printer);

  /** Returns how much this grows with a name, where that is known, and 0 where it is not. */
  default Expression slope(String name) {
    return Literal.ZERO;
  }

  /** Returns the same expression with other parts. */
  default Expression withParts(UnaryOperator<Expression> change) {
    return this;
  }

  /** Returns how strongly its parts are bound: those of an {@link Operator}, or more. */
  default int precedence() {
    return Operator.HIGHEST + 1;
  }

  default boolean isConstant() {
    return false;
  }

  default boolean isConstant(double value) {
    return false;
  }
}
