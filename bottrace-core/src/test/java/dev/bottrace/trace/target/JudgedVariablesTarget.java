package dev.bottrace.trace.target;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a debugger and a trace must see alike of variables, parameters and expressions, at each
 * {@code BREAK: name}. A debugger stops at each entry of a line table: where {@code hits=n}
 * follows, that is more or less often than execution comes to the line.
 */
public final class JudgedVariablesTarget {
  private static final List<String> LOG;

  static {
    List<String> log = new ArrayList<>();
    int size = log.size();
    LOG = log; // BREAK: static-initialiser
  }

  private static void log(Object value) {
    LOG.add(String.valueOf(value)); // BREAK: leaf
  }

  private static void lambdas(int base) {
    String prefix = "p";
    IntBinaryOperator add =
        (a, b) -> {
          int sum = a + b + base;
          return sum; // BREAK: lambda
        };
    Function<String, Supplier<String>> nested =
        outer -> {
          int length = outer.length();
          return () -> {
            String inner = outer + length;
            return prefix + inner; // BREAK: nested-lambda
          };
        };
    log(add.applyAsInt(1, 2));
    log(nested.apply("xy").get());
    Function<Integer, Integer> simple = x -> x + base; // BREAK: lambda-line
    log(simple.apply(5));
    BiFunction<String, Integer, Character> reference = String::charAt;
    log(reference.apply("abc", 1));
    List<Integer> sorted = new ArrayList<>(List.of(3, 1, 2));
    sorted.sort(
        Comparator.comparing(
            x -> {
              int negative = -x;
              return negative; // BREAK: lambda-in-jdk
            }));
    String joined =
        sorted.stream()
            .filter(x -> x > 1) // BREAK: stream-filter
            .map(x -> "<" + x + ">") // BREAK: stream-map
            .collect(Collectors.joining());
    log(joined); // BREAK: after-lambdas
  }

  private static String varargs(String first, int... rest) {
    int length = rest.length;
    return first + length; // BREAK: varargs
  }

  private static double kinds(
      long a, double b, float c, byte d, short e, char f, boolean g, int h, String i, Object j) {
    long la = a + 1;
    double lb = b / 3;
    float lc = c * 0.1f;
    byte ld = (byte) (d + 1);
    short le = (short) (e - 1);
    char lf = (char) (f + 1);
    boolean lg = !g;
    int lh = ~h;
    String li = i + "\n\"\u00e9\t";
    Object lj = null;
    return la + lb + lc + ld + le + lf + lh; // BREAK: kinds
  }

  private static void extremes() {
    long least = Long.MIN_VALUE;
    double none = Double.NaN;
    double tiny = Double.MIN_VALUE;
    float huge = Float.POSITIVE_INFINITY;
    double negativeZero = -0.0;
    char quote = '\'';
    char newline = '\n';
    char zero = 0;
    char surrogate = '\ud83d';
    byte low = Byte.MIN_VALUE;
    String empty = "";
    String emoji = "\ud83d\ude00 \u0001 \\";
    log(least); // BREAK: extremes
  }

  private static void scopes(int n) {
    {
      int slot = 1;
      log(slot); // BREAK: first-use-of-slot
    }
    {
      String slot = "again";
      log(slot); // BREAK: second-use-of-slot
    }
    {
      long wide = 7;
      double wider = wide / 2.0;
      log(wider); // BREAK: wide-slots
    }
    {
      int narrow = 1;
      float narrower = 2;
      boolean last = narrow < narrower;
      log(last); // BREAK: narrow-slots
    }
    int unset;
    String late;
    if (n > 0) {
      late = "positive"; // BREAK: no-value-yet
      unset = n; // BREAK: one-value
    } else {
      late = "other";
      unset = -1;
    }
    log(late + unset); // BREAK: both-values
    final int never;
    log(n); // BREAK: never-a-value
  }

  private static int shadow(int count) {
    int name = count;
    Supplier<Integer> shadowing =
        () -> {
          int local = name;
          return local + count; // BREAK: shadowed
        };
    return shadowing.get();
  }

  private static int three(int a, int b, int c) {
    return a + b + c; // BREAK: three
  }

  private static int expressions(int n) {
    int first =
        three( // BREAK: call
            n, // nothing to stop at
            three(1, n, 2), // BREAK: argument
            n > 1 // BREAK: condition
                ? n * 2 // BREAK: true-branch
                : n);
    String built =
        "a"
            + first // in the line before
            + new StringBuilder("x") // too
                .append(n)
                .append(three(n, n, n)) // BREAK: later-in-chain
                .reverse();
    int[] array = {
      n, three(1, 1, 1), // BREAK: array-element
    };
    array[0] += 2; // BREAK: array
    boolean all =
        n > 0
            && array[0] > n // nothing to stop at
            && built.isEmpty(); // BREAK: last-and
    return array[0]; // BREAK: after-expressions
  }

  private static void parameters(int n, String text) {
    n += 5;
    text = text.concat("!");
    log(text); // BREAK: changed-parameters
  }

  private static int logged(int value) {
    log(value);
    return value;
  }

  private static void assignments(int n) {
    int a = 1;
    int b = a = logged(a + n);
    a = logged(a) + (a = logged(7)) + logged(a++) + logged(a);
    a += logged(a) + b;
    final int c;
    c = logged(a);
    long d = logged(c), e = logged(c + 1);
    for (int i = logged(0); i < logged(2); i += logged(1)) {
      String text = "i" + logged(i);
      log(text);
    }
    String s = null;
    log(s = "set");
    log(s);
    n = -n;
    log(d + e + n);
    boolean some = logged(1) > 0 || logged(2) > 0;
    int chosen = some ? logged(3) : logged(4);
    log(chosen);
  }

  public static void main(String[] args) {
    int start = 2;
    lambdas(10);
    log(varargs("v", 1, 2, 3) + varargs("w"));
    log(kinds(1L << 40, 1.5, 2.5f, (byte) -3, (short) 300, 'x', true, 9, "s", "o"));
    extremes();
    scopes(1);
    log(shadow(3));
    log(expressions(4));
    parameters(1, "changed");
    assignments(2);
    String end = LOG.get(0); // BREAK: end
    System.out.println(LOG);
  }
}
