package dev.bottrace.benchmarks.workload;

import java.util.HashMap;
import java.util.Map;

/** The values of names. */
final class Scope {
  private final Map<String, Double> values = new HashMap<>();

  void define(String name, double value) {
    values.put(name, value);
  }

  double lookUp(String name) {
    return values.getOrDefault(name, 0.0);
  }
}
