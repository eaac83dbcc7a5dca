package dev.bottrace.trace;

/**
 * How often a method was called. Ordered by count, most first, then by method. Immutable.
 *
 * @param method which
 * @param count how often, at least 1
 */
public record CallCount(TracedMethod method, long count) implements Comparable<CallCount> {
  /** Most first; ties in the order of name, file and line. */
  @Override
  public int compareTo(CallCount other) {
    int order = Long.compare(other.count, count);
    return order != 0 ? order : method.compareTo(other.method);
  }
}
