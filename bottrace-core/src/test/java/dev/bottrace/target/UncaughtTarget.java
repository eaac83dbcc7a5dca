package dev.bottrace.target;

/** An exception that nothing catches. */
final class UncaughtTarget {
  private UncaughtTarget() {}

  private static void failing(int depth) {
    if (depth == 0) {
      throw new IllegalStateException("nobody catches this", new RuntimeException("cause"));
    }
    failing(depth - 1);
  }

  public static void main(String[] args) {
    System.out.println("before");
    failing(2);
  }
}
