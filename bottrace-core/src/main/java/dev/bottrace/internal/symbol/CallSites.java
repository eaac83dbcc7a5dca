package dev.bottrace.internal.symbol;

import dev.bottrace.trace.TracedMethod;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The places in traced code from which code is called that is not traced. Each method that a line
 * of a class calls has an id, among those of methods. Safe for use by any number of threads; what
 * is asked while the program runs takes no lock and makes no object.
 */
public final class CallSites {
  private static final int[] NONE = {};
  private static final IntPredicate ANY = new Any();

  private final SymbolTable symbols;
  private final Map<Site, Integer> ids = new HashMap<>();

  /** What a site calls, as in {@link #signature}, by its id. */
  private volatile @Nullable String[] signatures = {};

  /** Ids of traced methods by class and signature: a site may lead to them after all. */
  private final ConcurrentMap<String, Map<String, int[]>> traced = new ConcurrentHashMap<>();

  /** Whether a call was made, by the id of its site. */
  private volatile boolean[] called = {};

  CallSites(SymbolTable symbols) {
    this.symbols = symbols;
  }

  /** No lambda expression: the JVM would link it where the program may have no stack left. */
  private static final class Any implements IntPredicate {
    @Override
    public boolean test(int method) {
      return true;
    }
  }

  private record Site(String caller, TracedMethod callee) {}

  /**
   * Returns the id of a site: the same for the same callee, caller and line.
   *
   * @param caller binary name of the calling class
   * @param callee the method that is called, in the file and line of the call; its id is not used
   * @param parameters how many it has
   * @return its id
   */
  public synchronized int id(String caller, TracedMethod callee, int parameters) {
    Site site = new Site(caller, callee);
    Integer known = ids.get(site);
    if (known != null) {
      return known;
    }
    int id = symbols.add(callee);
    @Nullable String[] table = signatures;
    if (id >= table.length) {
      int size = Math.max(256, 2 * id);
      table = Arrays.copyOf(table, size);
      called = Arrays.copyOf(called, size);
    }
    table[id] = signature(callee.name(), parameters);
    signatures = table;
    ids.put(site, id);
    return id;
  }

  /** Types are left out: those of the method behind a bridge are others. */
  private static String signature(String name, int parameters) {
    return name + '/' + parameters;
  }

  /**
   * Notes a traced method to which a site may lead.
   *
   * @param method its id
   * @param parameters how many it has
   */
  public void mayLeadTo(int method, int parameters) {
    TracedMethod target = symbols.method(method);
    traced
        .computeIfAbsent(target.className(), name -> new ConcurrentHashMap<>())
        .merge(signature(target.name(), parameters), new int[] {method}, CallSites::both);
  }

  private static int[] both(int[] known, int[] more) {
    if (Arrays.stream(known).anyMatch(id -> id == more[0])) {
      return known;
    }
    int[] both = Arrays.copyOf(known, known.length + 1);
    both[known.length] = more[0];
    return both;
  }

  /**
   * Takes note of a call in a program of which all traced methods are heard.
   *
   * @param site its id
   * @param receiver the class of the object whose method is called; null if there is none, or the
   *     call alone says which method that is
   * @return false if it leads to a traced method
   */
  public boolean crosses(int site, @Nullable Class<?> receiver) {
    if (receiver != null && leadsToTraced(site, receiver, ANY)) {
      return false;
    }
    boolean[] table = called;
    if (!table[site]) {
      table[site] = true;
    }
    return true;
  }

  /**
   * Tells whether an id is that of a call of code that is not traced.
   *
   * @param method any id
   * @return false for that of a traced method
   */
  public boolean isSite(int method) {
    @Nullable String[] table = signatures;
    return method < table.length && table[method] != null;
  }

  /**
   * Tells whether {@link #crosses} has seen a call.
   *
   * @param site its id
   * @return whether it led to code that is not traced
   */
  public boolean wasCalled(int site) {
    return called[site];
  }

  /**
   * Tells whether a site leads to a traced method, which has probes of its own.
   *
   * @param site its id
   * @param receiver the class of the object whose method is called
   * @param wanted tells of a method's id whether its probes are heard
   * @return whether the receiver has or inherits such a method
   */
  public boolean leadsToTraced(int site, Class<?> receiver, IntPredicate wanted) {
    String signature = signatures[site];
    Class<?> type = receiver;
    while (type != null && type.getClassLoader() != null && signature != null) {
      Map<String, int[]> methods = traced.get(type.getName());
      for (int id : methods == null ? NONE : methods.getOrDefault(signature, NONE)) {
        if (wanted.test(id)) {
          return true;
        }
      }
      type = type.getSuperclass();
    }
    return false;
  }
}
