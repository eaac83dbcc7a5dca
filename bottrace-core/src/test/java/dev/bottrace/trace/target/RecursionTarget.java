package dev.bottrace.trace.target;

/** Runs out of stack several times, and goes on. */
public final class RecursionTarget {
  private RecursionTarget() {}

  public static void main(String[] args) throws InterruptedException {
    Thread thread = new Thread(null, RecursionTarget::run, "deep", 512 * 1024);
    thread.start();
    thread.join();
  }

  private static void run() {
    for (int i = 0; i < 20; i++) {
      try {
        down(i);
      } catch (StackOverflowError e) {
        recovered();
      }
    }
    new Deep(0).use();
    atTheBrink(0);
    recovered();
  }

  private static int down(int i) {
    return down(i + 1) + leaf(i);
  }

  private static int leaf(int i) {
    return i;
  }

  /** Goes on calling where there is hardly any stack. */
  private static void atTheBrink(int i) {
    try {
      atTheBrink(i + 1);
    } catch (StackOverflowError e) {
      for (int k = 0; k < 40; k++) {
        leaf(k);
      }
    }
  }

  private static void recovered() {}

  /** Constructors that run out of stack inside their super call. */
  private static class Base {
    Base(int i) {
      if (i >= 0) {
        try {
          new Deep(i + 1).use();
        } catch (StackOverflowError e) {
          if (i % 7 == 0) {
            throw e;
          }
        }
      }
    }
  }

  private static final class Deep extends Base {
    Deep(int i) {
      super(i > 100_000 ? -1 : i);
    }

    void use() {}
  }
}
