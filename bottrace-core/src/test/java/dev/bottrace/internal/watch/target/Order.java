package dev.bottrace.internal.watch.target;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An order with methods that are harmless, and others. */
public class Order extends Document implements Comparable<Order> {
  public enum State {
    OPEN,
    PAID {
      @Override
      public boolean isFinal() {
        return true;
      }
    };

    public boolean isFinal() {
      return false;
    }
  }

  public record Line(String item, int count, double price) {
    public double sum() {
      return count * price;
    }
  }

  public record Key(String text, int number) {}

  public static final int LIMIT = 17;
  public static final String KIND = "order";
  static int created = 3;

  private final List<Line> lines = new ArrayList<>();
  private final Map<Key, String> byKey = new HashMap<>();
  private final Map<String, Order> related = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<String, Integer> sorted = new TreeMap<>();
  private double total;
  private State state = State.OPEN;
  private Customer customer = new Customer("Ann");
  private Customer nobody;
  public final String name = "inner name";
  private final int[] numbers = {3, 1, 2};
  private final long big = 1L << 40;
  private final List<Object> mixed = new ArrayList<>();
  private final NamedList named = new NamedList();

  public Order() {
    lines.add(new Line("pen", 3, 1.5));
    lines.add(new Line("ink", 1, 4));
    byKey.put(new Key("a", 1), "first");
    related.put("x", null);
    related.put("y", null);
    sorted.put("one", 1);
    mixed.add(new Line("cap", 2, 1));
    mixed.add("text");
  }

  public void fill(Object value, int number) {
    mixed.add(value);
    lines.add(new Line("random", number, number));
    sorted.put("n" + number, number);
    byKey.put(new Key("k", number), String.valueOf(number));
    related.put("r" + number, number % 2 == 0 ? this : null);
    named.add("n" + number);
  }

  public double sum() {
    double sum = 0;
    for (Line line : lines) {
      sum += line.sum();
    }
    return sum;
  }

  public double total() {
    total = sum(); // LINE: total
    return total;
  }

  public int sortedFirst() {
    int[] copy = numbers.clone();
    for (int i = 0; i < copy.length; i++) {
      for (int j = i + 1; j < copy.length; j++) {
        if (copy[j] < copy[i]) {
          int swap = copy[i];
          copy[i] = copy[j];
          copy[j] = swap;
        }
      }
    }
    return copy[0];
  }

  public int spoilNumbers() {
    numbers[0] = 9; // LINE: array
    return 1;
  }

  public int count() {
    return ++created; // LINE: static
  }

  public synchronized int locked() {
    return 1;
  }

  public int locking() {
    synchronized (this) { // LINE: monitor
      return 1;
    }
  }

  public int spoilList() {
    lines.clear(); // LINE: list
    return 0;
  }

  public int deepSpoil() {
    return helper().spoilList() + 1;
  }

  private Order helper() {
    return this;
  }

  public long endless() {
    long n = 0;
    while (true) {
      n++; // LINE: endless
    }
  }

  public int deep(int n) {
    return deep(n + 1) + 1;
  }

  public String huge() {
    String text = "x";
    while (true) {
      text = text + text;
    }
  }

  public int hugeArray() {
    return new long[2_000_000_000].length;
  }

  public int exit() {
    System.exit(3); // LINE: exit
    return 0;
  }

  public Object lazy() {
    return Lazy.VALUE;
  }

  public Object lazyNew() {
    return new Lazy();
  }

  public Object lazyStatic() {
    return Lazy.value();
  }

  public String describe() {
    StringBuilder text = new StringBuilder("Order");
    for (Iterator<Line> i = lines.iterator(); i.hasNext(); ) {
      text.append(' ').append(i.next()).append(';');
    }
    return text.toString();
  }

  public List<Line> view() {
    return Collections.unmodifiableList(lines);
  }

  public Map<String, Integer> counts() {
    Map<String, Integer> counts = new TreeMap<>();
    for (Line line : lines) {
      counts.put(line.item(), counts.getOrDefault(line.item(), 0) + line.count());
    }
    return counts;
  }

  public Line best() {
    Line best = null;
    for (Line line : lines) {
      if (best == null || line.sum() > best.sum()) {
        best = line;
      }
    }
    return best;
  }

  public Line created() {
    return new Line("new", 2, 2.5);
  }

  public Line[] array() {
    return new Line[] {created(), lines.get(0)};
  }

  public int failing(int divisor) {
    return 1 / divisor;
  }

  public int failed() {
    throw new IllegalStateException("no " + name);
  }

  public int own() throws ShopException {
    throw new ShopException("closed", 7);
  }

  public String caught(Object o) {
    try {
      return "length " + ((String) o).length();
    } catch (NullPointerException e) {
      return "null";
    } catch (ClassCastException e) {
      return "cast";
    } finally {
      int[] none = {};
      try {
        none[1]++;
      } catch (ArrayIndexOutOfBoundsException e) {
        none = null;
      }
    }
  }

  public String ofCode() {
    try {
      return "code " + own();
    } catch (ShopException e) {
      return e.getMessage() + e.code();
    }
  }

  public String switched() {
    switch (state) {
      case OPEN:
        return "o";
      case PAID:
        return "p";
      default:
        return "?";
    }
  }

  public String switchedText(String text) {
    switch (text) {
      case "a":
        return "first";
      case "b":
        return "second";
      default:
        return "other";
    }
  }

  public int applied(int n) {
    IntFunction twice = x -> x * 2 + numbers.length;
    return twice.apply(n);
  }

  public long wide(int a, long b, double c, float d) {
    long[] longs = {a, b};
    double[] doubles = {c, d};
    long sum = 0;
    for (long l : longs) {
      sum += l;
    }
    for (double x : doubles) {
      sum += (long) x;
    }
    longs[0] += 5;
    return sum + longs[0]++ + longs[0];
  }

  public int matrix() {
    int[][] matrix = new int[3][4];
    for (int i = 0; i < 3; i++) {
      matrix[i][i] = i + 1;
    }
    return matrix[0][0] * 100 + matrix[1][1] * 10 + matrix[2][2] + matrix[2].length;
  }

  public boolean remembers(Key key) {
    return byKey.containsKey(key);
  }

  public String textOf(Object o) {
    return "<" + o + ">";
  }

  public String pick(Object o) {
    return "object";
  }

  public String pick(String s) {
    return "string";
  }

  public String pick(long n) {
    return "long";
  }

  public String pick(Integer n) {
    return "Integer";
  }

  public String pick(int... n) {
    return "ints" + n.length;
  }

  public String vague(Integer a, Object b) {
    return "1";
  }

  public String vague(Object a, Integer b) {
    return "2";
  }

  public static String greet(String... names) {
    return String.join("+", names);
  }

  public String sortedKeys() {
    Map<Object, String> map = new TreeMap<>();
    map.put(this, "compareTo would be called");
    return map.toString();
  }

  public String nestedList() {
    List<List<Object>> all = new ArrayList<>();
    all.add(mixed);
    for (List<Object> list : all) {
      list.add("changed");
    }
    return "changed";
  }

  public String localized() {
    return new Loud().getLocalizedMessage();
  }

  /** An exception whose message is computed. */
  public static class Loud extends RuntimeException {
    private static final long serialVersionUID = 1L;
    public static int asked;

    @Override
    public String getMessage() {
      asked++;
      return "loud";
    }
  }

  public native int hardware();

  private String secret() {
    return "private";
  }

  @Override
  public String title() {
    return "Order of " + customer;
  }

  @Override
  public int compareTo(Order other) {
    return Double.compare(sum(), other.sum());
  }

  public Runnable task(int step) {
    String label = "step" + step;
    return new Runnable() {
      private int runs = 1;

      @Override
      public void run() {
        runs += label.length() + Order.this.numbers[0];
      }
    };
  }

  public Supplier supplier(int step) {
    return () -> step + numbers.length;
  }

  /** Captures and holds this order. */
  public class Inner {
    private final int depth = 1;

    public class Innermost {
      private final int depth = 2;

      int both() {
        return depth + Inner.this.depth + numbers.length;
      }
    }

    public Innermost innermost() {
      return new Innermost();
    }
  }

  public interface IntFunction {
    int apply(int n);

    default int twice(int n) {
      return apply(apply(n));
    }
  }

  public interface Supplier {
    Object get();
  }

  /** A class that nothing has initialised. */
  public static class Lazy {
    static final Object VALUE = mark();
    public static final int CONSTANT = 5;

    private static Object mark() {
      System.setProperty("watch.lazy", "initialised");
      return "value";
    }

    static Object value() {
      return VALUE;
    }
  }
}
