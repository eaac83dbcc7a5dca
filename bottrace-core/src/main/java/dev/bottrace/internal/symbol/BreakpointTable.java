package dev.bottrace.internal.symbol;

import dev.bottrace.option.Breakpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The breakpoints of one run, the places in loaded classes that belong to them, and what is known
 * of those that have none. Safe for use by any number of threads; looking up a place takes no lock.
 */
public final class BreakpointTable {
  private final List<Breakpoint> breakpoints;
  private final int mark;
  private final List<Binding> bindings = new ArrayList<>();
  private volatile BreakpointSite[] sites = new BreakpointSite[16];
  private volatile LongAdder[] entries = new LongAdder[16];
  private int siteCount;
  private int counterCount;

  /** What was found of one breakpoint. */
  private static final class Binding {
    private final SortedSet<String> classes = new TreeSet<>();
    private final SortedSet<Integer> lines = new TreeSet<>();
    private final SortedSet<String> methods = new TreeSet<>();
    private final List<Integer> counters = new ArrayList<>();
    private final SortedMap<String, String> leftAlone = new TreeMap<>();
    private boolean bound;
    private @Nullable String failure;
  }

  /**
   * Makes a table without places.
   *
   * @param breakpoints in the order in which they were given
   */
  public BreakpointTable(List<Breakpoint> breakpoints) {
    this(breakpoints, 0);
  }

  /**
   * Makes a table without places, whose numbers bear a mark.
   *
   * @param breakpoints in the order in which they were given
   * @param mark bits that numbers of places and counts have in code, above those that count
   */
  public BreakpointTable(List<Breakpoint> breakpoints, int mark) {
    this.mark = mark;
    this.breakpoints = List.copyOf(breakpoints);
    this.breakpoints.forEach(breakpoint -> bindings.add(new Binding()));
  }

  /**
   * Returns the breakpoints.
   *
   * @return in the order in which they were given
   */
  public List<Breakpoint> breakpoints() {
    return breakpoints;
  }

  /**
   * Notes a class that a breakpoint is about.
   *
   * @param breakpoint its number
   * @param className binary name
   * @param lines those with code
   * @param methods names of those with code
   */
  public synchronized void loaded(
      int breakpoint, String className, Collection<Integer> lines, Collection<String> methods) {
    Binding binding = bindings.get(breakpoint);
    binding.classes.add(className);
    binding.lines.addAll(lines);
    binding.methods.addAll(methods);
  }

  /**
   * Notes a class that gets no probes.
   *
   * @param className binary name
   * @param reason one line
   */
  public synchronized void leftAlone(String className, String reason) {
    for (int i = 0; i < bindings.size(); i++) {
      if (breakpoints.get(i).place().mayBeIn(className)) {
        bindings.get(i).leftAlone.put(className, reason);
      }
    }
  }

  /**
   * Notes a place that could not get its probe.
   *
   * @param breakpoint its number
   * @param reason one line
   */
  public synchronized void failed(int breakpoint, String reason) {
    bindings.get(breakpoint).failure = reason;
  }

  /**
   * Gives a number to a place.
   *
   * @param site the place; its number is not used
   * @return its number, as code has it
   */
  public synchronized int define(BreakpointSite site) {
    int id = siteCount++;
    BreakpointSite[] table = sites;
    if (id == table.length) {
      table = Arrays.copyOf(table, 2 * id);
    }
    table[id] = site.withId(mark | id);
    sites = table;
    site.breakpoints().forEach(number -> bindings.get(number).bound = true);
    return mark | id;
  }

  /**
   * Gives a number to the count of a method's calls.
   *
   * @param numbers the breakpoints inside it
   * @return the number of the count, as code has it
   */
  public synchronized int defineCounter(Collection<Integer> numbers) {
    int counter = counterCount++;
    LongAdder[] table = entries;
    if (counter == table.length) {
      table = Arrays.copyOf(table, 2 * counter);
    }
    table[counter] = new LongAdder();
    entries = table;
    numbers.forEach(number -> bindings.get(number).counters.add(counter));
    return mark | counter;
  }

  /**
   * Counts a call.
   *
   * @param counter as given out by {@link #defineCounter}
   */
  public void entered(int counter) {
    entries[index(counter)].increment();
  }

  /**
   * Counts places, or counts, from 0.
   *
   * @param id as given out here
   * @return the number without the mark
   */
  public int index(int id) {
    return id & ~mark;
  }

  /**
   * Looks up a place.
   *
   * @param id as given out by {@link #define}
   * @return the place
   */
  public BreakpointSite site(int id) {
    return sites[index(id)];
  }

  /**
   * Says why a breakpoint was never reached.
   *
   * @param number of the breakpoint
   * @return one line
   */
  public synchronized String whyNotReached(int number) {
    Binding binding = bindings.get(number);
    Breakpoint.Place place = breakpoints.get(number).place();
    if (binding.failure != null) {
      return binding.failure;
    }
    if (!binding.leftAlone.isEmpty()) {
      String className = binding.leftAlone.firstKey();
      return className + " is not recorded: " + binding.leftAlone.get(className);
    }
    if (place instanceof Breakpoint.Line line) {
      return binding.classes.isEmpty()
          ? line.file() + " was never loaded"
          : binding.bound ? neverReached(binding) : noCode(line, binding);
    }
    Breakpoint.Method method = (Breakpoint.Method) place;
    if (binding.classes.isEmpty()) {
      return method.className() + " was never loaded";
    }
    return binding.bound
        ? "loaded, method never called"
        : "no method "
            + method.method()
            + " with code in "
            + String.join(", ", binding.classes)
            + "; there are: "
            + String.join(", ", binding.methods);
  }

  private String neverReached(Binding binding) {
    long entered = binding.counters.stream().mapToLong(counter -> entries[counter].sum()).sum();
    return entered == 0
        ? "loaded, line never reached (method never entered)"
        : "loaded, line never reached (method entered "
            + (entered == 1 ? "once)" : entered + " times)");
  }

  private static String noCode(Breakpoint.Line line, Binding binding) {
    if (binding.lines.isEmpty()) {
      return "no code on this line: "
          + String.join(", ", binding.classes)
          + " was compiled without line numbers";
    }
    List<String> nearest = new ArrayList<>();
    SortedSet<Integer> before = binding.lines.headSet(line.line());
    SortedSet<Integer> after = binding.lines.tailSet(line.line());
    if (!before.isEmpty()) {
      nearest.add(String.valueOf(before.last()));
    }
    if (!after.isEmpty()) {
      nearest.add(String.valueOf(after.first()));
    }
    return "no code on this line; nearest: " + String.join(", ", nearest);
  }
}
