package dev.bottrace.assertj;

/**
 * What a golden trace leaves out. Line numbers, and packages where they aren't needed to tell two
 * classes apart, are left out in any case; so are static initialisers with all that they call, as
 * it depends on what ran before in the same JVM whether they run. Immutable.
 *
 * @param values whether arguments and results are compared, if they were recorded
 * @param counts whether it matters how often a call, or a group of calls, is repeated
 * @param lambdaNumbers whether the numbers that compilers give to the bodies of lambda expressions
 *     matter
 * @param threads whether it matters which thread, of all but the main one, makes an outermost call
 */
public record GoldenOptions(
    boolean values, boolean counts, boolean lambdaNumbers, boolean threads) {
  /** Compares everything but the numbers of lambdas, which change with the compiler. */
  public static final GoldenOptions DEFAULT = new GoldenOptions(true, true, false, true);

  /**
   * Leaves out arguments and results.
   *
   * @return the changed copy
   */
  public GoldenOptions ignoringValues() {
    return new GoldenOptions(false, counts, lambdaNumbers, threads);
  }

  /**
   * Leaves out how often a call, or a group of calls, is repeated: calls of a loop look the same
   * for one round and for a thousand.
   *
   * @return the changed copy
   */
  public GoldenOptions ignoringCounts() {
    return new GoldenOptions(values, false, lambdaNumbers, threads);
  }

  /**
   * Compares the numbers of lambdas too: {@code lambda$main$0} in place of {@code lambda$main}.
   *
   * @return the changed copy
   */
  public GoldenOptions keepingLambdaNumbers() {
    return new GoldenOptions(values, counts, true, threads);
  }

  /**
   * Puts the outermost calls of all threads but the main one into one sorted list, as for a pool
   * whose threads take tasks as they like.
   *
   * @return the changed copy
   */
  public GoldenOptions ignoringThreads() {
    return new GoldenOptions(values, counts, lambdaNumbers, false);
  }

  /** Names what is left out, for the head of the file; empty if that is nothing unusual. */
  String leftOut() {
    StringBuilder names = new StringBuilder();
    append(names, values, "values");
    append(names, counts, "counts");
    append(names, threads, "threads");
    return names.toString();
  }

  private static void append(StringBuilder names, boolean compared, String name) {
    if (!compared) {
      names.append(names.isEmpty() ? "" : ", ").append(name);
    }
  }
}
