package dev.bottrace.benchmarks.workload;

import java.util.Map;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** The functions that formulas may call. */
final class Functions {
  private static final Map<String, Function> BY_NAME =
      Map.of(
          "max", folding(Math::max),
          "min", folding((a, b) -> Math.min(a, b)),
          "sum", folding(Double::sum),
          "avg", Functions::average,
          "abs", ofFirst(Math::abs),
          "sqrt", ofFirst(Functions::root),
          "clamp", Functions::clamp,
          "dist", Functions::distance);

  private static final Set<String> LINEAR = Set.of("sum", "avg");

  private Functions() {}

  /** A function of any number of values, one at least. */
  interface Function {
    double apply(double... values);
  }

  static Function named(String name) {
    return BY_NAME.getOrDefault(name, Functions::none);
  }

  /** Whether its slope is the same function of the slopes of its arguments. */
  static boolean isLinear(String name) {
    return LINEAR.contains(name);
  }

  private static Function folding(DoubleBinaryOperator step) {
    return values -> fold(step, values);
  }

  private static Function ofFirst(DoubleUnaryOperator operation) {
    return values -> operation.applyAsDouble(values[0]);
  }

  private static double fold(DoubleBinaryOperator step, double... values) {
    double result = values[0];
    for (int i = 1; i < values.length; i++) {
      result = step.applyAsDouble(result, values[i]);
    }
    return result;
  }

  private static double average(double... values) {
    return fold(Double::sum, values) / values.length;
  }

  private static double clamp(double... values) {
    return values.length < 3 ? values[0] : clamped(values[0], values[1], values[2]);
  }

  private static double clamped(double value, double least, double most) {
    return Math.max(least, Math.min(most, value));
  }

  private static double distance(double... values) {
    return root(fold((sum, value) -> sum + square(value), values));
  }

  private static double square(double value) {
    return value * value;
  }

  private static double root(double value) {
    return value < 0 ? -Math.sqrt(-value) : Math.sqrt(value);
  }

  private static double none(double... values) {
    return 0;
  }
}
