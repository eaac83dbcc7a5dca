package dev.bottrace.host.target;

/** Calls a lot where there is hardly any stack left. */
public final class EndOfStack {
  private static final int CALLS = 20_000;
  private int called;
  private boolean done;

  /** Recurs to the end of the stack; returns how many calls it made there. */
  public int reach() {
    try {
      recur(0);
    } catch (StackOverflowError e) {
      return called;
    }
    throw new AssertionError("no end");
  }

  private int recur(int depth) {
    try {
      return recur(depth + 1) + 1;
    } catch (StackOverflowError e) {
      for (int i = 0; i < CALLS && !done; i++) {
        leaf();
      }
      done = true;
      throw e;
    }
  }

  private void leaf() {
    called++;
  }
}
