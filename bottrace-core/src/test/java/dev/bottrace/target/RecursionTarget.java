package dev.bottrace.target;

/** Methods that call themselves and each other. */
final class RecursionTarget {
  private RecursionTarget() {}

  private static int fibonacci(int n) {
    return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
  }

  private static boolean even(int n) {
    return n == 0 || odd(n - 1);
  }

  private static boolean odd(int n) {
    return n != 0 && even(n - 1);
  }

  public static void main(String[] args) {
    System.out.println(fibonacci(4));
    System.out.println(even(5));
  }
}
