package dev.bottrace.internal.symbol;

import dev.bottrace.runtime.ProgramExit;
import dev.bottrace.trace.TraceEventSink;
import dev.bottrace.trace.TracedMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Gives ids to the methods and exception classes of one trace. Safe for use by any number of
 * threads; looking up a method takes no lock.
 */
public final class SymbolTable {
  /** First id and number of methods of each class known by a name; null if ids are used once. */
  private final @Nullable Map<String, List<int[]>> known;

  private final Set<String> withoutCode = ConcurrentHashMap.newKeySet();
  private final CallSites callSites = new CallSites(this);
  private volatile TracedMethod[] methods = new TracedMethod[256];
  private int methodCount;
  private final Map<Integer, List<String>> parameterNames = new ConcurrentHashMap<>();
  private volatile @Nullable List<List<SiteVariable>>[] variables = tableOfVariables(0);
  private final Map<String, Integer> exceptionIds = new ConcurrentHashMap<>();
  private final List<String> exceptionNames = new ArrayList<>();

  /** Makes a table for one run, in which each class is instrumented once. */
  public SymbolTable() {
    this(false);
  }

  private SymbolTable(boolean remembers) {
    this.known = remembers ? new HashMap<>() : null;
  }

  /**
   * Makes a table that gives the same ids to the same methods, for classes that are instrumented
   * again and again.
   *
   * @return an empty table
   */
  public static SymbolTable remembering() {
    return new SymbolTable(true);
  }

  /**
   * Gives ids to the methods of a class, in one step: a class that is instrumented twice at once by
   * two threads has two sets of ids, one of which is never seen.
   *
   * @param methodsOfClass in the order of the class file; their ids are not used
   * @return the first id; the others follow it
   */
  public synchronized int define(List<TracedMethod> methodsOfClass) {
    int given = known == null ? -1 : given(methodsOfClass);
    if (given >= 0) {
      return given;
    }
    int first = methodCount;
    TracedMethod[] table = methods;
    if (first + methodsOfClass.size() > table.length) {
      table = Arrays.copyOf(table, Math.max(2 * table.length, first + methodsOfClass.size()));
    }
    for (TracedMethod method : methodsOfClass) {
      table[methodCount] = withId(method, methodCount);
      methodCount++;
    }
    methods = table;
    if (known != null && !methodsOfClass.isEmpty()) {
      String className = methodsOfClass.get(0).className();
      int[] ids = {first, methodsOfClass.size()};
      known.computeIfAbsent(className, name -> new ArrayList<>()).add(ids);
    }
    return first;
  }

  /**
   * Takes note of a class in scope that has no method to give an id to.
   *
   * @param className its binary name
   */
  public void noCodeIn(String className) {
    withoutCode.add(className);
  }

  /**
   * Returns the methods that have ids, but for what is called outside.
   *
   * @return their names, by the binary names of their classes; none for a class without code
   */
  public synchronized Map<String, Set<String>> tracedMethods() {
    Map<String, Set<String>> traced = new HashMap<>();
    withoutCode.forEach(name -> traced.put(name, new TreeSet<>()));
    for (int id = 0; id < methodCount; id++) {
      if (!callSites.isSite(id)) {
        TracedMethod method = methods[id];
        traced.computeIfAbsent(method.className(), name -> new TreeSet<>()).add(method.name());
      }
    }
    return traced;
  }

  /** Gives an id to what is called at a place. */
  synchronized int add(TracedMethod callee) {
    TracedMethod[] table = methods;
    if (methodCount == table.length) {
      table = Arrays.copyOf(table, 2 * table.length);
    }
    table[methodCount] = withId(callee, methodCount);
    methods = table;
    return methodCount++;
  }

  /**
   * Returns the places from which code is called that is not traced; what they call has ids here
   * too.
   *
   * @return the same object each time
   */
  public CallSites callSites() {
    return callSites;
  }

  /** Returns the first id that the same methods were given before; -1 if they were not. */
  private int given(List<TracedMethod> wanted) {
    if (known != null && !wanted.isEmpty()) {
      for (int[] ids : known.getOrDefault(wanted.get(0).className(), List.of())) {
        if (ids[1] == wanted.size() && areAt(ids[0], wanted)) {
          return ids[0];
        }
      }
    }
    return -1;
  }

  /** Tells whether methods have the ids from a given one on. */
  synchronized boolean areAt(int first, List<TracedMethod> wanted) {
    if (first + wanted.size() > methodCount) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (!methods[first + i].equals(withId(wanted.get(i), first + i))) {
        return false;
      }
    }
    return true;
  }

  private static TracedMethod withId(TracedMethod method, int id) {
    return new TracedMethod(
        id, method.className(), method.name(), method.descriptor(), method.file(), method.line());
  }

  /**
   * Tells whether no class was in scope.
   *
   * @return whether no method has an id
   */
  public synchronized boolean isEmpty() {
    return methodCount == 0;
  }

  /**
   * Bounds the ids.
   *
   * @return a number above all that were given out so far
   */
  public int capacity() {
    return methods.length;
  }

  /**
   * Looks up a method.
   *
   * @param id as given out by {@link #define}
   * @return the method
   */
  public TracedMethod method(int id) {
    return methods[id];
  }

  /**
   * Says what the parameters of a method are called.
   *
   * @param method its id
   * @param names in their order, without {@code this}
   */
  public void nameParameters(int method, List<String> names) {
    parameterNames.put(method, List.copyOf(names));
  }

  /**
   * Returns what the parameters of a method are called.
   *
   * @param method its id
   * @return in their order, without {@code this}; empty if nobody said
   */
  public List<String> parameterNames(int method) {
    return parameterNames.getOrDefault(method, List.of());
  }

  /**
   * Says which variables a method has in each stretch of its code.
   *
   * @param method its id
   * @param stretches the variables by number of the stretch
   */
  public synchronized void describeVariables(int method, List<List<SiteVariable>> stretches) {
    @Nullable List<List<SiteVariable>>[] table = variables;
    if (method >= table.length) {
      table = Arrays.copyOf(table, Math.max(256, 2 * method));
    }
    table[method] = List.copyOf(stretches);
    variables = table;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static @Nullable List<List<SiteVariable>>[] tableOfVariables(int size) {
    return new List[size];
  }

  /**
   * Returns which variables a method has in a stretch of its code.
   *
   * @param method its id
   * @param stretch its number
   * @return the variables by slot; empty if nobody said
   */
  public List<SiteVariable> variables(int method, int stretch) {
    @Nullable List<List<SiteVariable>>[] table = variables;
    List<List<SiteVariable>> known = method < table.length ? table[method] : null;
    return known != null && stretch < known.size() ? known.get(stretch) : List.of();
  }

  /**
   * Gives an id to an exception class.
   *
   * @param thrown one of its instances
   * @return the id of its name
   */
  public int exceptionId(Throwable thrown) {
    String name =
        thrown instanceof ProgramExit ? TraceEventSink.ENDED : thrown.getClass().getName();
    Integer id = exceptionIds.get(name);
    return id != null ? id : defineException(name);
  }

  private synchronized int defineException(String name) {
    Integer known = exceptionIds.get(name);
    if (known != null) {
      return known;
    }
    exceptionNames.add(name);
    int id = exceptionNames.size() - 1;
    exceptionIds.put(name, id);
    return id;
  }

  /**
   * Looks up the name of an exception class.
   *
   * @param id as given out by {@link #exceptionId}
   * @return its binary name
   */
  public synchronized String exceptionName(int id) {
    return exceptionNames.get(id);
  }
}
