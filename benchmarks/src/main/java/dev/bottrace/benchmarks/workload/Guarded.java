package dev.bottrace.benchmarks.workload;

import java.util.ArrayList;
import java.util.List;

/**
 * S3: a line in a hot loop that does next to nothing. A program of its own; its arguments are how
 * often the line is reached in a round, rounds of warm-up, rounds that are measured. Writes to
 * standard error what each of the latter took by the clock.
 */
public final class Guarded {
  /** The method whose only {@code ^} stands in the line. */
  public static final String METHOD = "run";

  private final List<String> words = new ArrayList<>(List.of("alpha", "beta", "gamma"));
  private final int limit;

  private Guarded(int limit) {
    this.limit = limit;
  }

  /**
   * Runs all rounds.
   *
   * @param arguments as above
   */
  public static void main(String[] arguments) {
    int times = Integer.parseInt(arguments[0]);
    int warmUp = Integer.parseInt(arguments[1]);
    int rounds = Integer.parseInt(arguments[2]);
    Guarded guarded = new Guarded(times);
    StringBuilder report = new StringBuilder();
    long sum = 0;
    for (int round = 0; round < warmUp + rounds; round++) {
      long start = System.nanoTime();
      sum += guarded.run(times, "text", 0.5);
      if (round >= warmUp) {
        report.append("clock ").append(System.nanoTime() - start).append('\n');
      }
    }
    System.err.print(report);
    System.err.println("result " + sum + ' ' + guarded.words.size() + ' ' + guarded.limit);
  }

  private long run(int times, String text, double ratio) {
    long sum = text.length() + (long) ratio;
    for (int i = 0; i < times; i++) {
      sum += i ^ (sum >>> 3);
    }
    return sum;
  }
}
