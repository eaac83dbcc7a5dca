package dev.bottrace.host.target;

/** Calls some methods inside one another, and one of them often. */
public final class Nest {
  public int leaves(int count) {
    return inner(count);
  }

  private int inner(int count) {
    int sum = 0;
    for (int i = 0; i < count; i++) {
      sum += leaf(i);
    }
    return sum;
  }

  private int leaf(int number) {
    return number & 1;
  }
}
