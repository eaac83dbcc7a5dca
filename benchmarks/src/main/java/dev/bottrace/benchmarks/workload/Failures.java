package dev.bottrace.benchmarks.workload;

import java.util.ArrayList;
import java.util.List;

/**
 * S2: exceptions that are thrown five frames deep and caught. A program of its own; its arguments
 * are how many there are in a round, rounds of warm-up, rounds that are measured. Writes to
 * standard error what each of the latter took by the clock, and the bytes of the heap in use after
 * it. The last exception is caught by nobody, in a thread of its own.
 */
public final class Failures {
  private Failures() {}

  /**
   * Runs all rounds.
   *
   * @param arguments as above
   * @throws InterruptedException never
   */
  public static void main(String[] arguments) throws InterruptedException {
    int times = Integer.parseInt(arguments[0]);
    int warmUp = Integer.parseInt(arguments[1]);
    int rounds = Integer.parseInt(arguments[2]);
    List<String> report = new ArrayList<>();
    long sum = 0;
    for (int round = 0; round < warmUp + rounds; round++) {
      long start = System.nanoTime();
      sum += run(times);
      long nanos = System.nanoTime() - start;
      if (round >= warmUp) {
        report.add("clock " + nanos);
        report.add("heap " + used());
      }
    }
    report.forEach(System.err::println);
    System.err.println("result " + sum);
    Thread last = new Thread(() -> first(-1), "last");
    last.start();
    last.join();
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static long run(int times) {
    long caught = 0;
    for (int i = 0; i < times; i++) {
      try {
        caught += first(i);
      } catch (IllegalStateException e) {
        caught += String.valueOf(e.getMessage()).length();
      }
    }
    return caught;
  }

  private static long first(int number) {
    String name = "first";
    long wide = number + 1L;
    return second(number, name) + wide;
  }

  private static long second(int number, String name) {
    double half = number / 2.0;
    int[] numbers = {number, 2};
    return third(number, half) + numbers[0] + name.length();
  }

  private static long third(int number, double half) {
    boolean odd = (number & 1) == 1;
    String text = odd ? "odd" : "even";
    return fourth(number, text) + (long) half;
  }

  private static long fourth(int number, String text) {
    char letter = text.charAt(0);
    int next = number + letter;
    return fifth(next, text) + letter;
  }

  private static long fifth(int number, String text) {
    long twice = number * 2L;
    if (twice != Long.MIN_VALUE) {
      throw new IllegalStateException(text);
    }
    return twice;
  }
}
