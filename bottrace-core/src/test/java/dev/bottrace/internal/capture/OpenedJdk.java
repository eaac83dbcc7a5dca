package dev.bottrace.internal.capture;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
import java.util.WeakHashMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;

/** Prints what can only be read in a JVM that opens its packages; run by the test. */
@SuppressWarnings("JdkObsolete") // programs have them
final class OpenedJdk {
  private static final class MyList extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    @Override
    public int size() {
      throw new AssertionError("called");
    }
  }

  private static final class MyLinked extends LinkedList<String> {
    private static final long serialVersionUID = 1L;
  }

  private static final class MyMap extends HashMap<String, Integer> {
    private static final long serialVersionUID = 1L;
  }

  private static final class MyLinkedMap extends LinkedHashMap<String, Integer> {
    private static final long serialVersionUID = 1L;
  }

  private static final class MyTree extends TreeMap<String, Integer> {
    private static final long serialVersionUID = 1L;
  }

  private static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure() {
      super("kept");
    }

    @Override
    public String getMessage() {
      throw new AssertionError("called");
    }
  }

  private OpenedJdk() {}

  /** Prints one line for each value. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    values().forEach(value -> out.println(Captured.line(value)));
  }

  private static List<Object> values() {
    List<String> two = List.of("a", "b");
    Map<String, Integer> map = new TreeMap<>(Map.of("a", 1, "b", 2));
    List<Object> values = new ArrayList<>();
    values.add(new Vector<>(two));
    values.add(new Hashtable<>(map));
    values.add(new WeakHashMap<>(map));
    values.add(new TreeSet<>(two));
    values.add(new TreeSet<>(two).tailSet("b"));
    values.add(new TreeMap<>(map).navigableKeySet());
    values.add(new ConcurrentSkipListSet<>(two));
    values.add(new LinkedBlockingQueue<>(two));
    values.add(new LinkedBlockingDeque<>(two));
    values.add(ring());
    values.add(new PriorityBlockingQueue<>(two));
    values.add(Collections.unmodifiableList(new ArrayList<>(two)));
    values.add(Collections.unmodifiableSet(new TreeSet<>(two)));
    values.add(Collections.synchronizedMap(map));
    values.add(Collections.checkedCollection(new ArrayList<>(two), String.class));
    Set<String> set = Collections.newSetFromMap(new HashMap<>());
    set.add("a");
    values.add(set);
    values.add(new StringBuffer("aä"));
    values.add(new StringBuffer("a€"));
    values.addAll(inherited(map));
    values.add(new Failure());
    values.add(Collections.unmodifiableList(new OwnList()));
    return values;
  }

  private static Object ring() {
    ArrayBlockingQueue<String> ring = new ArrayBlockingQueue<>(2, false, List.of("x", "a"));
    ring.remove();
    ring.add("b");
    return ring;
  }

  private static List<Object> inherited(Map<String, Integer> map) {
    MyList list = new MyList();
    list.add("a");
    MyLinked linked = new MyLinked();
    linked.add("a");
    MyMap hashed = new MyMap();
    hashed.putAll(map);
    MyLinkedMap ordered = new MyLinkedMap();
    ordered.putAll(map);
    MyTree tree = new MyTree();
    tree.putAll(map);
    return List.of(list, linked, hashed, ordered, tree);
  }

  private static final class OwnList extends java.util.AbstractList<String> {
    @Override
    public String get(int index) {
      throw new AssertionError("called");
    }

    @Override
    public int size() {
      throw new AssertionError("called");
    }
  }
}
