package dev.bottrace.benchmarks;

/**
 * Makes all tables, and the page that shows them: {@link SpeedTable}, {@link OthersTable} and
 * {@link PerformancePage}.
 *
 * <p>Arguments: how many turns (3), homes of JDKs (the one that runs this).
 */
public final class AllTables {
  private AllTables() {}

  /**
   * Measures everything.
   *
   * @param arguments as above
   * @throws Exception if a run failed, or a number was not the one expected
   */
  public static void main(String[] arguments) throws Exception {
    SpeedTable.main(arguments);
    OthersTable.main(arguments);
    PerformancePage.main(new String[0]);
  }
}
