package dev.bottrace.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.internal.watch.target.Customer;
import dev.bottrace.internal.watch.target.Document;
import dev.bottrace.internal.watch.target.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random expressions over random objects. */
class WatchFuzzTest {
  private static final String LAZY = "dev.bottrace.internal.watch.target.Order$Lazy";
  private static final WatchBudget BUDGET = new WatchBudget(2_000, 50, 20_000);
  private static final int EXPRESSIONS = 100_000;
  private static final int PER_OBJECT = 100;

  private final Random random = new Random(20_260_101);
  private final TestProgram program = new TestProgram(LAZY);
  private int values;
  private int failures;
  private int syntaxErrors;

  @Test
  void nothing_escapes_and_nothing_changes() throws Exception {
    FuzzedExpressions expressions = new FuzzedExpressions(random);
    for (int i = 0; i < EXPRESSIONS / PER_OBJECT; i++) {
      Order order = order();
      WatchScope scope = scope(order);
      List<Object> before = ObjectGraph.of(scope.variables(), Order.class, Document.class);
      before.addAll(ObjectGraph.of(order));
      List<String> evaluated = new ArrayList<>();
      for (int j = 0; j < PER_OBJECT; j++) {
        evaluated.add(expressions.next());
        evaluate(evaluated.get(j), scope);
      }
      List<Object> after = ObjectGraph.of(scope.variables(), Order.class, Document.class);
      after.addAll(ObjectGraph.of(order));
      assertThat(after).as("after %s", evaluated).isEqualTo(before);
    }
    assertThat(System.getProperty("watch.lazy")).isNull();
    assertThat(List.of(values, failures, syntaxErrors)).allMatch(count -> count > 10_000);
  }

  private void evaluate(String text, WatchScope scope) {
    try {
      scope.evaluate(text);
      values++;
    } catch (WatchFailure e) {
      assertThat(e.getMessage()).as(text).doesNotContain("internal:").doesNotContain("\n");
      failures++;
    } catch (WatchSyntaxException e) {
      assertThat(e.column()).as(text).isBetween(1, text.length() + 1);
      syntaxErrors++;
    } catch (Throwable e) {
      throw new AssertionError(text, e);
    }
  }

  private WatchScope scope(Order order) {
    List<ScopeVariable> variables =
        List.of(
            new ScopeVariable("i", "I", random.nextInt(5) - 1),
            new ScopeVariable("text", "Ljava/lang/String;", "t" + random.nextInt(100)),
            new ScopeVariable("other", "Ldev/bottrace/internal/watch/target/Order;", order()),
            new ScopeVariable(
                "key", "Ldev/bottrace/internal/watch/target/Order$Key;", new Order.Key("a", 1)),
            new ScopeVariable("any", "Ljava/lang/Object;", any()));
    return new WatchScope(Order.class, order, variables, program, BUDGET);
  }

  private Order order() {
    Order order = new Order();
    for (int i = random.nextInt(4); i > 0; i--) {
      order.fill(any(), random.nextInt());
    }
    return order;
  }

  private Object any() {
    return switch (random.nextInt(9)) {
      case 0 -> 1;
      case 1 -> "text";
      case 2 -> new int[] {1, 2};
      case 3 -> new Order.Line("x", random.nextInt(9), 1);
      case 4 -> new ArrayList<>(List.of(1, "two", new Customer("Bob")));
      case 5 -> Map.of("k", new Order.Key("v", 2), new Customer("Eve"), 3);
      case 6 -> Order.State.PAID;
      case 7 -> new Customer[] {new Customer("Joe"), null};
      default -> new Order().supplier(3);
    };
  }
}
