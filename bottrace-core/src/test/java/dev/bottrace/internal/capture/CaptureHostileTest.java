package dev.bottrace.internal.capture;

import static dev.bottrace.internal.capture.Captured.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.option.Limits;
import dev.bottrace.option.Redaction;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Values that do harm when their methods are called, or while they are read. */
@Timeout(20)
@SuppressWarnings({"JdkObsolete", "UnusedVariable"}) // programs have them
class CaptureHostileTest {
  private static int calls;

  private static AssertionError called() {
    calls++;
    return new AssertionError("code of the program ran");
  }

  private static class Trap implements Comparable<Trap> {
    private final int id;

    Trap(int id) {
      this.id = id;
    }

    @Override
    public String toString() {
      throw called();
    }

    @Override
    public int hashCode() {
      return armed ? fail() : 1;
    }

    @Override
    public boolean equals(Object other) {
      return armed ? fail() == 0 : other == this;
    }

    @Override
    public int compareTo(Trap other) {
      return armed ? fail() : Integer.compare(id, other.id);
    }

    private static int fail() {
      throw called();
    }

    private static boolean armed;
  }

  private static final class TrapList extends AbstractList<Object> {
    private final int mine = 1;

    @Override
    public Object get(int index) {
      throw called();
    }

    @Override
    public int size() {
      throw called();
    }

    @Override
    public Iterator<Object> iterator() {
      throw called();
    }
  }

  private static final class TrapArrayList extends ArrayList<String> {
    private static final long serialVersionUID = 1L;
    private final int mine = 1;

    @Override
    public int size() {
      throw called();
    }

    @Override
    public Iterator<String> iterator() {
      throw called();
    }
  }

  private static final class TrapException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TrapException() {
      super("kept");
    }

    @Override
    public String getMessage() {
      throw called();
    }

    @Override
    public String toString() {
      throw called();
    }
  }

  private static final class Link {
    private @Nullable Link next;
  }

  @Test
  void no_code_of_the_program_runs() {
    Collection<Object> values = new ArrayList<>();
    Trap trap = new Trap(1);
    Trap other = new Trap(2);
    values.add(trap);
    values.add(new HashMap<>(Map.of(trap, 1, other, 2)));
    values.add(new TreeMap<>(Map.of(trap, 1, other, 2)));
    values.add(Set.of(trap, other));
    values.add(Map.of(trap, other));
    NavigableSet<Trap> tree = new TreeSet<>(List.of(trap, other));
    values.add(tree);
    values.add(tree.tailSet(trap));
    values.add(new TreeMap<>(Map.of(trap, 1, other, 2)).tailMap(trap));
    values.add(new TreeMap<>(Map.of(trap, 1, other, 2)).tailMap(trap).keySet());
    values.add(new ConcurrentHashMap<>(Map.of(trap, other)));
    values.add(new TrapList());
    values.add(Collections.unmodifiableList(new TrapList()));
    values.add(Collections.synchronizedList(new TrapList()));
    values.add(new TrapArrayList());
    values.add(new TrapException());
    values.add(new IllegalStateException("x", new TrapException()));
    values.add(CompletableFuture.failedFuture(new TrapException()));
    calls = 0;
    Trap.armed = true;
    try {
      for (Object value : values) {
        assertThat(line(value)).isNotEmpty();
        assertThat(calls).as("calls of code of the program at %s", line(value)).isZero();
      }
    } finally {
      Trap.armed = false;
    }
  }

  @Test
  void messages_are_never_asked_of_the_program() {
    assertThat(line(new TrapException()))
        .isIn("TrapException(<not readable>)", "TrapException(\"kept\")");
  }

  @Test
  void a_deep_list_is_read_within_any_limits() {
    Link first = new Link();
    Link last = first;
    for (int i = 0; i < 100_000; i++) {
      last.next = new Link();
      last = last.next;
    }
    assertThat(line(first)).isEqualTo("Link{next=Link{next=Link" + "{next=Link{...}}}}");
    Limits deepest = new Limits(100, 1000, 1000, 1000, Integer.MAX_VALUE);
    assertThat(line(first, deepest)).contains("Link{...}");
  }

  @Test
  void the_end_of_the_stack_is_not_the_end_of_the_program() {
    Link self = new Link();
    self.next = new Link();
    List<String> lines = new ArrayList<>();
    Thread shallow =
        new Thread(null, () -> lines.add(atTheEndOfTheStack(self)), "shallow", 256 * 1024);
    shallow.start();
    try {
      shallow.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    assertThat(lines).hasSize(1);
  }

  private static String atTheEndOfTheStack(Object value) {
    Capture capture = new ValueCapturer(Limits.DEFAULT, Redaction.DEFAULT).begin();
    capture.value(value);
    return descend(capture, value);
  }

  @SuppressWarnings("InfiniteRecursion") // until the stack ends
  private static String descend(Capture capture, Object value) {
    try {
      return descend(capture, value);
    } catch (StackOverflowError e) {
      capture.value(value);
      return "survived";
    }
  }

  @Test
  void a_million_elements_cost_no_more_than_the_limit() {
    List<Integer> list = new ArrayList<>();
    Set<Integer> set = ConcurrentHashMap.newKeySet();
    for (int i = 0; i < 1_000_000; i++) {
      list.add(i);
    }
    for (int i = 0; i < 100_000; i++) {
      set.add(i);
    }
    assertThat(line(list))
        .startsWith("ArrayList(1000000)[0, 1, ")
        .endsWith(", ... +999900 elements]");
    assertThat(line(set)).endsWith(", ... +99900 elements]");
    long begin = System.nanoTime();
    for (int i = 0; i < 1000; i++) {
      line(list);
    }
    assertThat(System.nanoTime() - begin).isLessThan(3_000_000_000L);
  }

  @Test
  void locks_of_others_are_not_waited_for() throws InterruptedException {
    Map<String, String> table = new Hashtable<>(Map.of("a", "b"));
    Map<String, String> map = Collections.synchronizedMap(new HashMap<>(Map.of("a", "b")));
    List<String> vector = new Vector<>(List.of("a"));
    List<String> list = Collections.synchronizedList(new ArrayList<>(List.of("a")));
    StringBuffer buffer = new StringBuffer("a");
    List<Object> all = List.of(table, map, vector, list, buffer);
    CountDownLatch held = new CountDownLatch(1);
    Thread holder = new Thread(() -> hold(new ArrayList<>(all), held));
    holder.start();
    held.await();
    try {
      assertThat(all.stream().map(Captured::line))
          .allMatch(line -> line.contains("\"a\"") || line.endsWith("<not readable>"));
      assertThat(line(new LinkedBlockingQueue<>(List.of("a"))))
          .isIn("LinkedBlockingQueue<not readable>", "LinkedBlockingQueue(1)[\"a\"]");
    } finally {
      holder.interrupt();
      holder.join();
    }
  }

  private static void hold(List<Object> monitors, CountDownLatch held) {
    if (monitors.isEmpty()) {
      held.countDown();
      try {
        Thread.sleep(60_000);
      } catch (InterruptedException e) {
        return; // enough
      }
    } else {
      synchronized (monitors.remove(0)) {
        hold(monitors, held);
      }
    }
  }

  @Test
  void a_collection_that_changes_meanwhile_is_read_as_far_as_it_goes() throws InterruptedException {
    List<Map<Integer, Integer>> maps =
        List.of(new HashMap<>(), new LinkedHashMap<>(), new ConcurrentHashMap<>());
    List<Integer> list = new ArrayList<>();
    Thread writer =
        new Thread(
            () -> {
              for (int i = 0; !Thread.currentThread().isInterrupted(); i++) {
                int key = i % 50;
                maps.forEach(map -> map.put(key, key));
                maps.forEach(map -> map.remove(key - 20));
                list.add(key);
                if (list.size() > 100) {
                  list.clear();
                }
              }
            });
    writer.start();
    try {
      long end = System.nanoTime() + 300_000_000L;
      while (System.nanoTime() < end) {
        assertThat(line(maps)).startsWith("List(3)[HashMap").doesNotContain("\n");
        assertThat(line(list)).startsWith("ArrayList");
      }
    } finally {
      writer.interrupt();
      writer.join();
    }
  }

  @Test
  void a_map_that_contains_itself_ends() {
    Map<Object, Object> map = new LinkedHashMap<>();
    map.put("self", map);
    assertThat(line(map)).isEqualTo("LinkedHashMap(1){\"self\"=@1}");
    Set<Object> set = Collections.newSetFromMap(new java.util.IdentityHashMap<>());
    Object[] array = {set};
    assertThat(line(array)).startsWith("Object[1][SetFromMap");
  }

  @Test
  void a_failing_collection_of_the_jdk_is_said_to_have_changed() {
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
    List<Integer> view = list.subList(0, 2);
    list.clear();
    assertThat(line(view)).isEqualTo("SubList<changed while read>");
    assertThat(line(new Object[] {view, "a"}))
        .isEqualTo("Object[2][SubList<changed while read>, \"a\"]");
  }
}
