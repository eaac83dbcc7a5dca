package dev.bottrace.internal.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The breakpoints in one class, by their numbers. */
final class ClassBreakpoints {
  /** None. */
  static final ClassBreakpoints NONE = new ClassBreakpoints();

  private final Map<Integer, List<Integer>> byLine = new TreeMap<>();
  private final Map<String, List<Integer>> byMethod = new TreeMap<>();

  void addLine(int line, int breakpoint) {
    byLine.computeIfAbsent(line, l -> new ArrayList<>()).add(breakpoint);
  }

  void addMethod(String name, int breakpoint) {
    byMethod.computeIfAbsent(name, n -> new ArrayList<>()).add(breakpoint);
  }

  boolean isEmpty() {
    return byLine.isEmpty() && byMethod.isEmpty();
  }

  Set<Integer> lines() {
    return byLine.keySet();
  }

  List<Integer> atLine(int line) {
    return byLine.getOrDefault(line, List.of());
  }

  /** Returns those at the entry of a method. */
  List<Integer> atEntry(String method) {
    return byMethod.getOrDefault(method, List.of());
  }
}
