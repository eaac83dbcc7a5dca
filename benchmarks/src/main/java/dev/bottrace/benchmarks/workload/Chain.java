package dev.bottrace.benchmarks.workload;

/** W1: a chain of ten nested calls with an empty leaf. */
public final class Chain {
  private Chain() {}

  /**
   * Runs the chain.
   *
   * @param times how often
   * @return how often
   */
  public static long run(int times) {
    for (int i = 0; i < times; i++) {
      first();
    }
    return times;
  }

  private static void first() {
    second();
  }

  private static void second() {
    third();
  }

  private static void third() {
    fourth();
  }

  private static void fourth() {
    fifth();
  }

  private static void fifth() {
    sixth();
  }

  private static void sixth() {
    seventh();
  }

  private static void seventh() {
    eighth();
  }

  private static void eighth() {
    ninth();
  }

  private static void ninth() {
    tenth();
  }

  private static void tenth() {}
}
