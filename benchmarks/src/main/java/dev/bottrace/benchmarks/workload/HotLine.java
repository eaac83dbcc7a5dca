package dev.bottrace.benchmarks.workload;

import java.util.ArrayList;
import java.util.List;

/**
 * S1: a line that is reached again and again, six frames deep, with eight variables. A program of
 * its own; its arguments are how often the line is reached in a round, rounds of warm-up, rounds
 * that are measured. Writes to standard error what each of the latter took by the clock.
 */
public final class HotLine {
  /** The method whose only call of {@link #use} is the line. */
  public static final String METHOD = "hot";

  private static final List<String> WORDS = new ArrayList<>(List.of("alpha", "beta", "gamma"));

  private HotLine() {}

  /**
   * Something small.
   *
   * @param x one number
   * @param y another one
   */
  public record Point(int x, int y) {}

  /**
   * Runs all rounds.
   *
   * @param arguments as above
   */
  public static void main(String[] arguments) {
    int times = Integer.parseInt(arguments[0]);
    int warmUp = Integer.parseInt(arguments[1]);
    int rounds = Integer.parseInt(arguments[2]);
    StringBuilder report = new StringBuilder();
    long sum = 0;
    for (int round = 0; round < warmUp + rounds; round++) {
      long start = System.nanoTime();
      sum += run(times);
      if (round >= warmUp) {
        report.append("clock ").append(System.nanoTime() - start).append('\n');
      }
    }
    System.err.print(report);
    System.err.println("result " + sum);
  }

  private static long run(int times) {
    long sum = 0;
    for (int i = 0; i < times; i++) {
      sum += first(i);
    }
    return sum;
  }

  private static long first(int number) {
    return second(number) + 1;
  }

  private static long second(int number) {
    return third(number) + 1;
  }

  private static long third(int number) {
    return hot(number) + 1;
  }

  private static long hot(int number) {
    long wide = number * 3L;
    double ratio = number / 4.0;
    boolean odd = (number & 1) == 1;
    String text = odd ? "an odd number" : "an even number";
    int[] four = {number, 2, 3, 4};
    Point point = new Point(number, -number);
    List<String> words = WORDS;
    return use(wide, ratio, odd, text, four, point, words);
  }

  private static long use(
      long wide,
      double ratio,
      boolean odd,
      String text,
      int[] four,
      Point point,
      List<String> words) {
    return wide + (long) ratio + (odd ? 1 : 0) + text.length() + four[0] + point.y() + words.size();
  }
}
