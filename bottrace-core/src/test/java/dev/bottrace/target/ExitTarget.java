package dev.bottrace.target;

/** A program that ends itself deep inside. */
final class ExitTarget {
  private ExitTarget() {}

  private static void leave(int status) {
    System.exit(status);
    System.out.println("never printed");
  }

  public static void main(String[] args) {
    System.out.println("before");
    leave(7);
  }
}
