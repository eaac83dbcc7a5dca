package dev.bottrace.benchmarks.workload;

import java.util.Map;
import java.util.function.DoubleBinaryOperator;

/** The functions that formulas may call. */
final class Functions {
  private static final Map<String, Function> BY_NAME =
      Map.of(
          "max", folding(Math::max),
          "min", folding((a, b) -> Math.min(a, b)),
          "avg", values -> folding(Double::sum).apply(values) / values.length);

  private Functions() {}

  /** A function of any number of values, one at least. */
  interface Function {
    double apply(double... values);
  }

  static Function named(String name) {
    return BY_NAME.getOrDefault(name, Functions::none);
  }

  private static Function folding(DoubleBinaryOperator step) {
    return values -> fold(step, values);
  }

  private static double fold(DoubleBinaryOperator step, double... values) {
    double result = values[0];
    for (int i = 1; i < values.length; i++) {
      result = step.applyAsDouble(result, values[i]);
    }
    return result;
  }

  private static double none(double... values) {
    return 0;
  }
}
