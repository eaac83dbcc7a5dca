package dev.bottrace.benchmarks.workload;

/** A number that depends on all numbers added, and on their order. */
final class Checksum {
  private long sum;

  void add(long number) {
    sum = mixed(sum + number);
  }

  void add(double number) {
    add(Double.doubleToLongBits(number));
  }

  long value() {
    return sum;
  }

  private static long mixed(long number) {
    return (number ^ (number >>> 29)) * 0xBF58476D1CE4E5B9L;
  }
}
