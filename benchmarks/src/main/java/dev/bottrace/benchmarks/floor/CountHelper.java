package dev.bottrace.benchmarks.floor;

/**
 * F-count, for rules that call it on an instance. Says at the end how many calls there were. Not
 * final, as Byteman extends it.
 */
public class CountHelper {
  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> System.err.println("calls " + CountFloor.calls())));
  }

  /** Makes one, which a rule does at each call. */
  public CountHelper() {}

  /**
   * A method begins.
   *
   * @param method its id
   */
  public void enter(int method) {
    CountFloor.enter(method);
  }
}
