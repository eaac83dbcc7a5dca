package dev.bottrace.trace.target;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a debugger and a trace must see alike, at each {@code BREAK: name}. A debugger stops at each
 * entry of a line table: where {@code hits=n} follows, that is more or less often than execution
 * comes to the line.
 */
@SuppressWarnings({"fallthrough", "this-escape", "try"})
public final class JudgedTarget {
  private static final int[] NUMBERS = {3, 1, 2};
  private static final List<String> LOG;

  static {
    List<String> log = new ArrayList<>();
    int size = log.size();
    LOG = log; // BREAK: static-initialiser
  }

  private final String name;
  private int count;

  {
    int initial = 4;
    count = initial; // BREAK: instance-initialiser
  }

  private JudgedTarget(int number) {
    this("n" + number); // BREAK: before-this
    int after = number + 1;
    count += after; // BREAK: after-this
  }

  private JudgedTarget(String name) {
    this.name = name; // BREAK: constructor
  }

  private static void log(Object value) {
    LOG.add(String.valueOf(value)); // BREAK: leaf
  }

  private static void forLoops(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) { // BREAK: for
      long square = (long) i * i;
      sum += (int) square; // BREAK: in-for
    }
    for (int number : NUMBERS) { // BREAK: for-array
      sum += number; // BREAK: in-for-array
    }
    for (String word : List.of("a", "bc")) { // BREAK: for-each hits=3
      sum += word.length(); // BREAK: in-for-each
    }
    outer:
    for (int i = 0, j = 10; i < j; i++, j--) {
      for (int k = 0; k < 3; k++) {
        if (k == 1 && i == 2) {
          break outer; // BREAK: break
        }
        if (k == 2) {
          continue outer; // BREAK: continue
        }
      }
    }
    log(sum); // BREAK: after-for
  }

  private static void whileLoops(int n) {
    String text = "";
    while (text.length() < n) { // BREAK: while
      char next = (char) ('a' + text.length());
      text += next; // BREAK: in-while
    }
    do {
      boolean odd = n % 2 == 1;
      n--; // BREAK: in-do
    } while (n > 2); // BREAK: do-while
    log(text);
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

  private abstract static class Base<T> {
    final T value;

    Base(T value) {
      this.value = value;
      init(value);
    }

    abstract void init(T value);

    T twice(T argument) {
      T local = argument;
      return combine(local, value); // BREAK: generic-caller
    }

    abstract T combine(T a, T b);
  }

  private static final class Joined extends Base<String> {
    private String seen = "field";

    Joined(String text) {
      super(text.isEmpty() ? "none" : text); // BREAK: before-super
      String kept = seen;
      log(kept); // BREAK: after-super
    }

    @Override
    void init(String text) {
      log(text + seen); // BREAK: in-super
    }

    @Override
    String combine(String a, String b) {
      String both = a + b;
      return both; // BREAK: bridged
    }
  }

  private interface Countdown<T> {
    int count(T from);
  }

  private static final class Bridged implements Countdown<Integer> {
    @Override
    public int count(Integer from) {
      int here = from * 10;
      if (from == 0) {
        return here; // BREAK: deepest-bridge
      }
      Countdown<Integer> next = this;
      return next.count(from - 1) + here; // BREAK: recursive-bridge
    }
  }

  private static <T extends Comparable<T>> T greatest(List<? extends T> list) {
    T best = list.get(0);
    for (T each : list) {
      if (each.compareTo(best) > 0) {
        best = each; // BREAK: generic
      }
    }
    return best;
  }

  private static final class Resource implements AutoCloseable {
    private final int id;

    Resource(int id) {
      this.id = id;
    }

    @Override
    public void close() {
      log("close" + id); // BREAK: close
      if (id == 2) {
        throw new IllegalStateException("close");
      }
    }
  }

  private static int tries(int n) {
    int state = 1;
    try {
      int inside = n * 2;
      state = inside; // BREAK: try
      if (n > 5) {
        throw new IllegalArgumentException("n" + n); // BREAK: throw
      }
      return state; // BREAK: return-in-try hits=1
    } catch (IllegalArgumentException | IllegalStateException e) { // BREAK: catch
      String message = e.getMessage();
      state = message.length(); // BREAK: in-catch
    } finally {
      String last = "f" + state;
      log(last); // BREAK: finally
    }
    return -state; // BREAK: after-try
  }

  private static void resources() {
    try (Resource first = new Resource(1);
        Resource second = new Resource(2)) { // BREAK: try-with-resources
      int both = first.id + second.id;
      log(both); // BREAK: in-try-with-resources
    } catch (IllegalStateException e) {
      log(e.getMessage()); // BREAK: catch-of-close
    }
  }

  private static int rethrow(int depth) {
    long here = depth * 100L;
    try {
      if (depth == 0) {
        throw new UnsupportedOperationException("deep"); // BREAK: throw-deep
      }
      return rethrow(depth - 1);
    } finally {
      log(here); // BREAK: finally-in-flight
    }
  }

  private static void unwound() {
    String before = "before";
    int set = 1;
    try {
      set = 2;
      rethrow(2);
      set = 3;
    } catch (UnsupportedOperationException e) {
      log(before + set); // BREAK: after-unwinding
    }
  }

  private static String switches(int n, String text) {
    String result = "";
    switch (n) { // BREAK: switch
      case 1:
        int one = 11;
        result += one; // BREAK: case
      case 2:
        one = 12;
        int two = 22;
        result += one + two; // BREAK: fall-through
        break;
      default:
        String many = "many";
        result += many; // BREAK: default
    }
    switch (text) { // BREAK: string-switch
      case "one" -> {
        int length = text.length();
        result += length; // BREAK: string-case
      }
      case "two", "too" -> result += "2"; // BREAK: string-case-short
      default -> result += "?";
    }
    int value =
        switch (n) {
          case 1 -> 100; // BREAK: arrow
          case 2 -> {
            int hundred = 200;
            yield hundred; // BREAK: yield
          }
          default -> 0;
        };
    return result + value; // BREAK: after-switches
  }

  private enum Op {
    PLUS("+") { // BREAK: before-enum-body
      @Override
      int apply(int a, int b) {
        int sum = a + b;
        return sum; // BREAK: enum-body
      }
    },
    MINUS("-") { // BREAK: before-second-enum-body
      @Override
      int apply(int a, int b) {
        return a - b;
      }
    };

    private final String sign;

    Op(String sign) {
      this.sign = sign; // BREAK: enum-constructor
    }

    abstract int apply(int a, int b);

    static Op of(String sign) {
      for (Op op : values()) {
        if (op.sign.equals(sign)) {
          return op; // BREAK: enum-static
        }
      }
      throw new IllegalArgumentException(sign);
    }

    int weight() {
      return switch (this) { // BREAK: enum-switch hits=1
        case PLUS -> 1;
        case MINUS -> 2; // BREAK: enum-case
      };
    }
  }

  private record Point(int x, double y, String label) {
    Point {
      label = label.trim();
      log(label); // BREAK: compact-constructor
    }

    Point(int both) {
      this(both, both / 2.0, " p "); // BREAK: before-record
    }

    double norm() {
      double squares = x * x + y * y;
      return Math.sqrt(squares); // BREAK: record-method
    }
  }

  private interface Shape {
    int sides();

    default String describe(String what) {
      int sides = sides();
      return helper(what) + sides; // BREAK: default-method
    }

    private String helper(String what) {
      String wide = what + " ";
      return unit(wide); // BREAK: private-interface-method
    }

    static String unit(String text) {
      String unit = text + "u";
      return unit; // BREAK: static-interface-method
    }
  }

  private final class Inner {
    private final int step;

    Inner(int step) {
      this.step = step; // BREAK: inner-constructor
    }

    int next() {
      int before = count;
      count += step;
      return before; // BREAK: inner
    }
  }

  private String nested(int factor) {
    String captured = name + factor;
    class Local {
      final int own = factor * 2;

      String tell(int times) {
        String told = captured.repeat(times);
        return told + own + count; // BREAK: local-class
      }
    }
    Shape anonymous =
        new Shape() {
          private final int extra = factor; // BREAK: anonymous-field

          @Override
          public int sides() {
            int all = extra + captured.length();
            return all; // BREAK: anonymous
          }
        };
    Inner inner = new Inner(3);
    int next = inner.next();
    return new Local().tell(2) + anonymous.describe("d") + next; // BREAK: after-nested
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

  private static long recursion(int n) {
    if (n == 0) {
      return 1; // BREAK: deepest
    }
    long below = recursion(n - 1);
    long result = n * below;
    return result; // BREAK: unwinding
  }

  private int locked(Object lock, int n) {
    synchronized (lock) { // BREAK: synchronized
      int inside = n + 1;
      count += inside; // BREAK: in-synchronized
    }
    return both(n);
  }

  private synchronized int both(int n) {
    int twice = n * 2;
    return twice; // BREAK: synchronized-method
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

  private static void handlers() {
    for (int i = 0; i < 3; i++) {
      String state = "start" + i;
      try {
        state = "tried";
        int inside = Integer.parseInt(i == 1 ? "1" : "x");
        log(state + inside);
        try {
          state = "inner";
          throw new IllegalStateException(state);
        } catch (IllegalStateException inner) {
          state = "caught";
          log(state);
          throw new IllegalArgumentException("again", inner);
        } finally {
          int nested = i;
          log(state + nested);
        }
      } catch (NumberFormatException e) {
        log(state);
        continue;
      } catch (IllegalArgumentException e) {
        Throwable cause = e.getCause();
        log(state);
      } finally {
        String done = state + "!";
        log(done);
      }
      log(i);
    }
  }

  private static void collections() {
    Map<String, Integer> map = new LinkedHashMap<>();
    map.put("k", 1);
    int[][] grid = {{1, 2}, {3}};
    Integer boxed = 77;
    Op op = Op.MINUS;
    Object object = new Object();
    StringBuilder builder = new StringBuilder("sb");
    Runnable task = () -> log("task");
    task.run();
    log(map.size() + grid.length + boxed); // BREAK: collections
  }

  private static void thread() throws InterruptedException {
    String message = "to-thread";
    Thread thread =
        new Thread(
            () -> {
              String inThread = message + "!";
              log(inThread); // BREAK: thread
              recursion(1);
            },
            "second");
    thread.start();
    thread.join();
  }

  public static void main(String[] args) throws InterruptedException {
    int start = 2;
    JudgedTarget target = new JudgedTarget(start);
    forLoops(start);
    whileLoops(5);
    lambdas(10);
    log(new Joined("j").twice("t"));
    log(greatest(new ArrayList<>(List.of(1, 5, 3))));
    log(new Bridged().count(3));
    log(tries(3));
    log(tries(7));
    resources();
    unwound();
    log(switches(1, "one") + switches(2, "two") + switches(3, "three"));
    log(Op.of("-").apply(1, 2) + Op.PLUS.apply(1, 2) + Op.MINUS.weight());
    log(new Point(4).norm());
    log(target.nested(6));
    log(varargs("v", 1, 2, 3) + varargs("w"));
    log(kinds(1L << 40, 1.5, 2.5f, (byte) -3, (short) 300, 'x', true, 9, "s", "o"));
    extremes();
    scopes(1);
    log(shadow(3));
    log(expressions(4));
    log(recursion(3));
    log(target.locked(new Object(), 5));
    parameters(1, "changed");
    assignments(2);
    handlers();
    collections();
    thread();
    String end = LOG.get(0); // BREAK: end
    System.out.println(LOG);
  }
}
