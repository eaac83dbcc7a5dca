package dev.bottrace.benchmarks.workload;

import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;

/** What may stand between two operands. */
enum Operator {
  LESS('<', 0, (a, b) -> a < b ? 1 : 0),
  PLUS('+', 1, Double::sum),
  MINUS('-', 1, (a, b) -> a - b),
  TIMES('*', 2, (a, b) -> a * b),
  DIVIDED('/', 2, Operator::quotient);

  private static final Operator[] ALL = values();

  private final char symbol;
  private final int precedence;

  @SuppressWarnings("ImmutableEnumChecker") // lambdas without state
  private final DoubleBinaryOperator operation;

  Operator(char symbol, int precedence, DoubleBinaryOperator operation) {
    this.symbol = symbol;
    this.precedence = precedence;
    this.operation = operation;
  }

  static @Nullable Operator of(Token token) {
    for (Operator operator : ALL) {
      if (token.is(operator.symbol)) {
        return operator;
      }
    }
    return null;
  }

  int precedence() {
    return precedence;
  }

  boolean bindsAtLeast(int least) {
    return precedence >= least;
  }

  double apply(double left, double right) {
    return operation.applyAsDouble(left, right);
  }

  private static double quotient(double left, double right) {
    return right == 0 ? 0 : left / right;
  }
}
