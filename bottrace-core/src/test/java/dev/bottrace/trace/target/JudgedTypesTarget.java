package dev.bottrace.trace.target;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a debugger and a trace must see alike of classes of all kinds, and of their objects, at each
 * {@code BREAK: name}. A debugger stops at each entry of a line table: where {@code hits=n}
 * follows, that is more or less often than execution comes to the line.
 */
@SuppressWarnings("this-escape")
public final class JudgedTypesTarget {
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

  private JudgedTypesTarget(int number) {
    this("n" + number); // BREAK: before-this
    int after = number + 1;
    count += after; // BREAK: after-this
  }

  private JudgedTypesTarget(String name) {
    this.name = name; // BREAK: constructor
  }

  private static void log(Object value) {
    LOG.add(String.valueOf(value)); // BREAK: leaf
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

  public static void main(String[] args) {
    int start = 2;
    JudgedTypesTarget target = new JudgedTypesTarget(start);
    log(new Joined("j").twice("t"));
    log(greatest(new ArrayList<>(List.of(1, 5, 3))));
    log(new Bridged().count(3));
    log(Op.of("-").apply(1, 2) + Op.PLUS.apply(1, 2) + Op.MINUS.weight());
    log(new Point(4).norm());
    log(target.nested(6));
    log(target.locked(new Object(), 5));
    collections();
    String end = LOG.get(0); // BREAK: end
    System.out.println(LOG);
  }
}
