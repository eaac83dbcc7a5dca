package dev.bottrace.benchmarks.workload;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sorts by merging. */
final class Sorter<T> {
  private final Comparator<T> order;

  Sorter(Comparator<T> order) {
    this.order = order;
  }

  List<T> sorted(List<T> elements) {
    int half = elements.size() / 2;
    if (half == 0) {
      return elements;
    }
    List<T> left = sorted(elements.subList(0, half));
    List<T> right = sorted(elements.subList(half, elements.size()));
    return merged(left, right);
  }

  private List<T> merged(List<T> left, List<T> right) {
    List<T> merged = new ArrayList<>(left.size() + right.size());
    int i = 0;
    int j = 0;
    while (i < left.size() && j < right.size()) {
      merged.add(isFirst(left.get(i), right.get(j)) ? left.get(i++) : right.get(j++));
    }
    merged.addAll(left.subList(i, left.size()));
    merged.addAll(right.subList(j, right.size()));
    return merged;
  }

  private boolean isFirst(T left, T right) {
    return order.compare(left, right) <= 0;
  }
}
