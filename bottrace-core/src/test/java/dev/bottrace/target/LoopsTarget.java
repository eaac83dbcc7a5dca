package dev.bottrace.target;

/** Loops that go back to the first bytecode of their method, and others. */
final class LoopsTarget {
  private static int left;

  private LoopsTarget() {}

  private static int whileLoop(int n) {
    while (n > 10) {
      n -= 3;
    }
    return n;
  }

  private static void doLoop() {
    do {
      left--;
    } while (left > 0);
  }

  private static int endless() {
    while (true) {
      try {
        if (++left > 3) {
          return left;
        }
      } finally {
        left++;
      }
    }
  }

  private static long nested(int rows, long columns) {
    long cells = 0;
    outer:
    for (int i = 0; i < rows; i++) {
      for (long j = 0; j < columns; j++) {
        if (i + j > 4) {
          continue outer;
        }
        cells++;
      }
    }
    return cells;
  }

  public static void main(String[] args) {
    System.out.println(whileLoop(20));
    left = 3;
    doLoop();
    System.out.println(endless());
    System.out.println(nested(4, 4));
  }
}
