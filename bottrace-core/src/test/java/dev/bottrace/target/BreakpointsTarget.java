package dev.bottrace.target;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Lines of all kinds; {@code BREAK: name hits=n} tells how often each is reached. */
public final class BreakpointsTarget {
  private static final List<String> WORDS;

  static {
    List<String> words = new ArrayList<>();
    words.add("a"); // BREAK: static-initialiser hits=1
    words.add("bb");
    WORDS = words;
  }

  private final int field;

  private BreakpointsTarget(int value) {
    this(value, "x"); // BREAK: before-this hits=1
    WORDS.size(); // BREAK: after-this hits=1
  }

  private BreakpointsTarget(int value, String ignored) {
    field = value; // BREAK: constructor hits=2
  }

  private static int loops(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) { // BREAK: for hits=4
      sum += i; // BREAK: in-loop hits=3
    }
    for (String word : WORDS) { // BREAK: for-each hits=3
      sum += word.length();
    }
    for (int x : new int[] {1, 2}) { // BREAK: for-each-array hits=3
      sum += x;
    }
    while (sum < 20) { // BREAK: while hits=4
      sum += 5;
    }
    do { // the condition stands in the last line
      sum--;
    } while (sum > 20); // BREAK: do-while hits=4
    for (int k = 0; k < 3; k++) sum += k; // BREAK: one-line-loop hits=1
    return sum; // BREAK: return hits=1
  }

  private int finallyLines(int a) {
    try {
      return times(a); // BREAK: return-before-finally hits=2
    } finally {
      WORDS.size(); // BREAK: finally hits=2
    }
  }

  private int times(int a) {
    if (a < 0) { // BREAK: if hits=5
      throw new IllegalArgumentException("negative"); // BREAK: throw hits=2
    }
    return a * field;
  }

  private int caught(int a) {
    try {
      return finallyLines(a);
    } catch (IllegalArgumentException e) { // BREAK: catch hits=1
      return -1;
    }
  }

  private static int add(int a, int b) {
    return a + b;
  }

  private int statements() {
    int r =
        add( // BREAK: call-of-many-lines hits=1
            times(1), // BREAK: first-argument hits=1
            times(2)); // BREAK: second-argument hits=1
    String text = "r" + r + (r > 3 ? "big" : "small"); // BREAK: one-line-ternary hits=1
    String lines =
        r > 3 // BREAK: ternary-condition hits=1
            ? "big" // BREAK: taken hits=1
            : "small"; // BREAK: not-taken hits=0
    IntUnaryOperator twice = x -> x * 2; // BREAK: lambda-and-line hits=3
    int sum = twice.applyAsInt(1) + twice.applyAsInt(2);
    Runnable inner =
        new Runnable() {
          @Override
          public void run() {
            WORDS.size(); // BREAK: anonymous hits=1
          }
        };
    inner.run();
    synchronized (this) { // BREAK: synchronized hits=1
      sum++;
    }
    return text.length() + lines.length() + sum;
  }

  @SuppressWarnings("fallthrough")
  private static String switches(int n, String s) {
    switch (n) { // BREAK: switch hits=3
      case 1:
        s += "one"; // BREAK: case-one hits=1
      case 2:
        s += "two"; // BREAK: case-two hits=2
        break;
      default:
        s += "many"; // BREAK: default hits=1
    }
    return switch (s) { // BREAK: string-switch hits=3
      case "two" -> "2"; // BREAK: arrow hits=1
      default -> s;
    };
  }

  private static final class Closing implements AutoCloseable {
    @Override
    public void close() {
      WORDS.size(); // BREAK: close hits=1
    }
  }

  private static int resources() {
    try (Closing closing = new Closing()) { // BREAK: try-with-resources hits=1
      return closing.hashCode() == 0 ? 1 : 2;
    }
  }

  public static void main(String[] args) {
    BreakpointsTarget target = new BreakpointsTarget(3);
    System.out.println(new BreakpointsTarget(3, "").field + loops(3));
    System.out.println(target.finallyLines(2));
    System.out.println(target.caught(-1));
    System.out.println(target.statements());
    for (int i = 1; i < 4; i++) {
      System.out.println(switches(i, ""));
    }
    System.out.println(resources());
    try {
      target.times(-5);
    } catch (IllegalArgumentException e) {
      System.out.println(e.getMessage());
    }
  }
}
