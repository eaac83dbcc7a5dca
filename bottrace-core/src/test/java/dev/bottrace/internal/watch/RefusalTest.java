package dev.bottrace.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.internal.watch.target.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.Vector;
import java.util.WeakHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What would have an effect, or never end, is refused before it happens. */
class RefusalTest {
  private static final String LAZY = "dev.bottrace.internal.watch.target.Order$Lazy";

  private int calls;
  private final Order order = new Order();
  private final Watching watching = new Watching(Order.class, order, LAZY);

  @Test
  void names_the_field_that_would_be_written_and_the_line() throws IOException {
    assertThat(watching.failure("total()"))
        .isEqualTo("total() writes field Order.total, Order.java:" + line("total"));
    assertThat(watching.failure("count()"))
        .isEqualTo("count() writes field Order.created, Order.java:" + line("static"));
  }

  @Test
  void refuses_to_write_elements_of_arrays_that_are_there_already() throws IOException {
    assertThat(watching.failure("spoilNumbers()"))
        .isEqualTo("spoilNumbers() writes an element of a int[], Order.java:" + line("array"));
  }

  @Test
  void refuses_monitors() throws IOException {
    assertThat(watching.failure("locking()"))
        .isEqualTo("locking() takes a monitor, Order.java:" + line("monitor"));
    assertThat(watching.failure("locked()"))
        .startsWith("locked() takes a monitor: it is synchronized, Order.java:");
  }

  @Test
  void refuses_native_methods() {
    assertThat(watching.failure("hardware()")).isEqualTo("hardware() is native");
  }

  @Test
  void refuses_to_change_collections_that_are_there_already() throws IOException {
    assertThat(watching.failure("spoilList()"))
        .isEqualTo(
            "spoilList() calls java.util.List.clear, which changes a java.util.ArrayList,"
                + " Order.java:"
                + line("list"));
    assertThat(watching.failure("deepSpoil()")).startsWith("spoilList() calls");
    assertThat(watching.failure("lines.add(null)")).contains("changes a java.util.ArrayList");
    assertThat(watching.failure("lines.remove(0)")).contains("changes a java.util.ArrayList");
  }

  @Test
  void refuses_to_initialise_classes() {
    for (String call :
        List.of("lazy()", "lazyNew()", "lazyStatic()", "Lazy.VALUE", "Lazy.value()")) {
      assertThat(watching.failure(call)).contains("Order$Lazy, which is not initialised yet");
    }
    assertThat(System.getProperty("watch.lazy")).isNull();
  }

  @Test
  void reads_constants_of_classes_that_are_not_initialised() throws Exception {
    assertThat(watching.value("Lazy.CONSTANT")).isEqualTo(5);
    assertThat(System.getProperty("watch.lazy")).isNull();
  }

  @Test
  void names_the_limit_that_was_passed() throws IOException {
    assertThat(watching.failure("endless()"))
        .startsWith("endless() takes more than 100000 steps, Order.java:");
    assertThat(watching.failure("deep(0)")).startsWith("deep() calls deeper than 100 levels");
    assertThat(watching.failure("huge()")).startsWith("huge() creates more than 1000000 objects");
    assertThat(watching.failure("hugeArray()")).startsWith("hugeArray() creates more than");
  }

  @Test
  void keeps_a_smaller_budget_exactly() throws Exception {
    WatchExpression sum = WatchExpression.parse("sum()");
    int steps = 1;
    while (!fits(sum, new WatchBudget(steps, 100, 100))) {
      steps++;
    }
    assertThat(steps).isBetween(30, 300);
    assertThat(watching.failure("sum()", new WatchBudget(steps - 1, 100, 100)))
        .contains("takes more than " + (steps - 1) + " steps");
    assertThat(watching.failure("sum()", new WatchBudget(steps, 1, 100)))
        .contains("calls deeper than 1 levels");
  }

  private boolean fits(WatchExpression expression, WatchBudget budget) {
    try {
      watching.scope(budget).evaluate(expression);
      return true;
    } catch (WatchFailure e) {
      return false;
    }
  }

  @Test
  void refuses_collections_of_the_program() {
    assertThat(watching.failure("named.size()"))
        .isEqualTo(
            "the expression calls java.util.ArrayList.size on"
                + " dev.bottrace.internal.watch.target.NamedList, which is not known to be harmless");
    assertThat(watching.failure("named.contains(\"a\")"))
        .startsWith("contains() writes field NamedList.asked, NamedList.java:");
  }

  @Test
  void no_method_of_the_program_runs_by_way_of_the_jdk() throws Exception {
    assertThat(watching.failure("sortedKeys()")).contains("whose methods it may call");
    assertThat(watching.failure("nestedList()")).contains("changes a java.util.ArrayList");
    ScopeVariable loud = new ScopeVariable("loud", "Ljava/lang/Throwable;", new Order.Loud());
    assertThat(watching.failure("loud.getLocalizedMessage()", loud))
        .startsWith("getMessage() writes field Order$Loud.asked, Order.java:");
    assertThat(watching.failure("\"\" + loud", loud)).contains("writes field Order$Loud.asked");
    assertThat(watching.failure("localized()")).contains("writes field Order$Loud.asked");
    assertThat(Order.Loud.asked).isZero();
  }

  private int counted(String a, String b) {
    calls++;
    return a.compareTo(b);
  }

  @Test
  @SuppressWarnings("JdkObsolete")
  void refuses_wrappers_and_comparators_of_the_program() {
    ScopeVariable wrapper =
        new ScopeVariable(
            "wrapper",
            "Ljava/util/List;",
            java.util.Collections.unmodifiableList(new ArrayList<>()));
    assertThat(watching.failure("wrapper.size()", wrapper)).contains("not known to be harmless");
    ScopeVariable sorted =
        new ScopeVariable("set", "Ljava/util/Set;", new TreeSet<String>((a, b) -> counted(a, b)));
    assertThat(watching.failure("set.contains(\"a\")", sorted)).contains("which calls");
    ScopeVariable locked = new ScopeVariable("v", "Ljava/util/List;", new Vector<>(List.of(1)));
    assertThat(watching.failure("v.size()", locked)).contains("not known to be harmless");
    ScopeVariable weak = new ScopeVariable("w", "Ljava/util/Map;", new WeakHashMap<>());
    assertThat(watching.failure("w.get(1)", weak)).contains("not known to be harmless");
    assertThat(calls).isZero();
  }

  @Test
  void refuses_identities_that_differ_between_runs() {
    assertThat(watching.failure("this.toString()")).contains("identity that differs between runs");
    assertThat(watching.failure("\"\" + this")).contains("identity that differs between runs");
    assertThat(watching.failure("hashCode()")).contains("identity that differs between runs");
    assertThat(watching.failure("\"\" + numbers")).contains("identity that differs between runs");
    assertThat(watching.failure("state.hashCode()")).contains("identity that differs between runs");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "System.exit(0)",
        "Runtime.getRuntime().exec(\"ls\")",
        "Runtime.getRuntime().halt(1)",
        "Class.forName(\"java.lang.String\")",
        "getClass().getClassLoader().loadClass(\"x\")",
        "getClass().getClassLoader()",
        "getClass().newInstance()",
        "getClass().getMethods()",
        "getClass().getProtectionDomain()",
        "java.nio.file.Files.readString(java.nio.file.Path.of(\"/etc/passwd\"))",
        "java.lang.Thread.currentThread()",
        "Thread.sleep(1000)",
        "System.getProperty(\"user.home\")",
        "System.setProperty(\"a\", \"b\")",
        "System.currentTimeMillis()",
        "System.identityHashCode(this)",
        "System.out.append('x')",
        "Math.random()",
        "java.util.UUID.randomUUID()",
        "java.time.LocalDate.now()",
        "\"a\".matches(\"(a*)*b\")",
        "\"a\".split(\"a\")",
        "\"a\".replaceAll(\"a\", \"b\")",
        "\"a\".intern()",
        "String.format(\"%s\", this)",
        "\"x\".repeat(2_000_000_000)",
        "\"x\".repeat(1000).repeat(1000).repeat(1000)",
        "java.math.BigInteger.TWO.pow(2_000_000_000)",
        "java.math.BigInteger.ONE.shiftLeft(2_000_000_000)",
        "java.math.BigDecimal.valueOf(1, -2_000_000_000).toPlainString()",
        "java.math.BigDecimal.valueOf(1, 2_000_000_000).add(java.math.BigDecimal.ONE)",
        "java.util.Collections.nCopies(2_000_000_000, 1).toString()",
        "java.util.Collections.nCopies(2_000_000_000, 1).hashCode()",
        "java.util.Collections.nCopies(2_000_000_000, 1).toArray()",
        "java.util.Collections.nCopies(2_000_000_000, 1).contains(2)",
        "java.util.Arrays.copyOf(numbers, 2_000_000_000)",
        "exit()",
        "notify()",
        "wait()",
        "clone()",
        "finalize()",
        "related.put(\"a\", null)",
        "lines.iterator().remove()",
        "lines.stream()",
        "lines.forEach(null)",
        "lines.sort(null)",
        "lines.toArray(State.class.getEnumConstants())",
        "java.util.Collections.sort(lines)",
        "java.util.Arrays.fill(numbers, 1)",
        "System.arraycopy(numbers, 0, numbers, 1, 1)",
      })
  void refuses_hostile_expressions(String expression) {
    long start = System.nanoTime();
    assertThat(watching.failure(expression)).isNotEmpty();
    assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
  }

  @Test
  void a_map_in_access_order_keeps_its_order() throws Exception {
    String before = watching.value("related.toString()").toString();
    watching.value("related.get(\"x\")");
    assertThat(watching.value("related.toString()")).isEqualTo(before);
  }

  private static int line(String marker) throws IOException {
    Path source = Path.of("src/test/java", Order.class.getName().replace('.', '/') + ".java");
    List<String> lines = Files.readAllLines(source);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).endsWith("// LINE: " + marker)) {
        return i + 1;
      }
    }
    throw new AssertionError(marker);
  }
}
