package dev.bottrace.benchmarks.workload;

import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;

/** What may stand between two operands. */
enum Operator {
  LESS('<', 0, (a, b) -> truth(a < b)),
  MORE('>', 0, (a, b) -> truth(a > b)),
  PLUS('+', 1, Double::sum),
  MINUS('-', 1, (a, b) -> a - b),
  TIMES('*', 2, (a, b) -> a * b),
  DIVIDED('/', 2, Operator::quotient),
  REMAINDER('%', 2, Operator::remainder),
  POWER('^', 3, Operator::power);

  /** The precedence of what binds least. */
  static final int LOWEST = 0;

  /** The precedence of what binds most. */
  static final int HIGHEST = 3;

  private static final int LARGEST_EXPONENT = 8;
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

  char symbol() {
    return symbol;
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

  private static double truth(boolean holds) {
    return holds ? 1 : 0;
  }

  private static double quotient(double left, double right) {
    return right == 0 ? 0 : left / right;
  }

  private static double remainder(double left, double right) {
    return left - right * Math.floor(quotient(left, right));
  }

  private static double power(double base, double exponent) {
    return wholePower(base, (int) Math.max(0, Math.min(LARGEST_EXPONENT, exponent)));
  }

  private static double wholePower(double base, int exponent) {
    if (exponent == 0) {
      return 1;
    }
    double half = wholePower(base, exponent / 2);
    return exponent % 2 == 0 ? half * half : half * half * base;
  }
}
