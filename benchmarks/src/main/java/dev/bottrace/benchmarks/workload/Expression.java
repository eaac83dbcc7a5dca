package dev.bottrace.benchmarks.workload;

import java.util.function.UnaryOperator;

/** Something that has a value. */
interface Expression {
  double value(Scope scope);

  /** Returns the same expression with other parts. */
  default Expression withParts(UnaryOperator<Expression> change) {
    return this;
  }

  default boolean isConstant() {
    return false;
  }

  default boolean isConstant(double value) {
    return false;
  }
}
