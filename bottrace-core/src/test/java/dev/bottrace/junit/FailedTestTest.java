package dev.bottrace.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.TestExecutionResult.Status.ABORTED;
import static org.junit.platform.engine.TestExecutionResult.Status.SUCCESSFUL;

import dev.bottrace.host.target.Depths;
import dev.bottrace.host.target.Orders;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;

/** What is attached to the failures of tests. */
@Timeout(120)
class FailedTestTest {
  private static final String HOST = "dev.bottrace.host.target";

  @Traced(include = HOST)
  static class Failing {
    private final Orders orders = new Orders();
    private final Depths depths = new Depths();

    @Test
    void exception() {
      orders.place("ink", 1);
      orders.place("pen", 0);
    }

    @Test
    void assertion() {
      Assertions.assertEquals(2, orders.place("pen", 1));
    }

    @Test
    @Traced(include = HOST, args = true, returns = true)
    void values() {
      orders.placeAll(List.of("pen", "ink"));
      orders.place("nib", 0);
    }

    @Test
    void threads() throws InterruptedException {
      depths.round(1);
      Thread worker = new Thread(() -> depths.round(2), "worker\n1");
      worker.start();
      worker.join();
      orders.place("pen", 0);
    }

    @Test
    @Traced(include = "com.acme.ordres")
    void misspelt() {
      orders.place("pen", 0);
    }

    @Test
    @Traced(include = HOST, failureLines = 0)
    void unattached() {
      orders.place("pen", 0);
    }

    @Test
    void aborted() {
      orders.place("pen", 1);
      Assumptions.abort("not here");
    }

    @Test
    void afterwards() {
      orders.place("pen", 1);
    }

    @AfterEach
    void after(TestInfo test) {
      if (test.getDisplayName().equals("afterwards()")) {
        Assertions.fail("seen later");
      }
    }

    @TestFactory
    List<DynamicTest> dynamic() {
      return List.of(
          DynamicTest.dynamicTest("first", () -> orders.place("pen", 1)),
          DynamicTest.dynamicTest("second", () -> orders.place("pen", 0)));
    }
  }

  private static final Outcomes FAILING = Outcomes.of(Failing.class);

  private static void assertAttached(String test, String text) {
    assertThat(FAILING.attached(test) + '\n')
        .isEqualTo("dev.bottrace.junit.RecordedCalls: " + text);
  }

  @Test
  void the_calls_that_an_exception_came_through_are_attached() {
    assertThat(FAILING.failure("exception()")).hasMessage("amount 0");
    assertAttached(
        "exception()",
        """
        5 recorded calls:
          at Orders.place(Orders.java:_)
            at Orders.check(Orders.java:_)
            at Repository.save(Repository.java:_)
          at Orders.place(Orders.java:_) !java.lang.IllegalArgumentException
            at Orders.check(Orders.java:_) !java.lang.IllegalArgumentException
        """);
  }

  @Test
  void calls_before_a_failed_assertion_are_attached() {
    assertAttached(
        "assertion()",
        """
        3 recorded calls:
          at Orders.place(Orders.java:_)
            at Orders.check(Orders.java:_)
            at Repository.save(Repository.java:_)
        """);
  }

  @Test
  void values_are_attached_where_they_were_asked_for() {
    assertAttached(
        "values()",
        """
        11 recorded calls:
          at Orders.placeAll(Orders.java:_) (items=List(2)["pen", "ink"]) = 3
            at Orders.lambda$placeAll$0(Orders.java:_) (item="pen") = 1
              at Orders.place(Orders.java:_) (item="pen", amount=1) = 1
                at Orders.check(Orders.java:_) (amount=1)
                at Repository.save(Repository.java:_) (row="pen x 1") = 1
            at Orders.lambda$placeAll$0(Orders.java:_) (item="ink") = 2
              at Orders.place(Orders.java:_) (item="ink", amount=1) = 2
                at Orders.check(Orders.java:_) (amount=1)
                at Repository.save(Repository.java:_) (row="ink x 1") = 2
          at Orders.place(Orders.java:_) (item="nib", amount=0) !java.lang.IllegalArgumentException
            at Orders.check(Orders.java:_) (amount=0) !java.lang.IllegalArgumentException
        """);
  }

  @Test
  void each_thread_has_a_tree_of_its_own() {
    assertAttached(
        "threads()",
        """
        9 recorded calls:
          at Depths.round(Depths.java:_)
            at Depths.step(Depths.java:_)
            at Depths.last(Depths.java:_)
          at Orders.place(Orders.java:_) !java.lang.IllegalArgumentException
            at Orders.check(Orders.java:_) !java.lang.IllegalArgumentException
          [worker\\n1]
            at Depths.round(Depths.java:_)
              at Depths.step(Depths.java:_)  x2
              at Depths.last(Depths.java:_)
        """);
  }

  @Test
  void it_is_said_why_nothing_was_recorded() {
    assertAttached(
        "misspelt()",
        """
        no call was recorded:
          Note: include com.acme.ordres: no class that was loaded begins with it
        """);
  }

  @Test
  void a_failure_after_the_test_method_has_the_calls_of_the_test() {
    assertAttached(
        "afterwards()",
        """
        3 recorded calls:
          at Orders.place(Orders.java:_)
            at Orders.check(Orders.java:_)
            at Repository.save(Repository.java:_)
        """);
  }

  @Test
  void a_dynamic_test_has_the_calls_so_far() {
    assertThat(FAILING.tests(SUCCESSFUL)).containsExactly("first");
    assertAttached(
        "second",
        """
        5 recorded calls:
          at Orders.place(Orders.java:_)
            at Orders.check(Orders.java:_)
            at Repository.save(Repository.java:_)
          at Orders.place(Orders.java:_) !java.lang.IllegalArgumentException
            at Orders.check(Orders.java:_) !java.lang.IllegalArgumentException
        """);
  }

  @Test
  void nothing_is_attached_where_nothing_is_wanted() {
    assertThat(FAILING.failure("unattached()")).hasNoSuppressedExceptions();
    assertThat(FAILING.tests(ABORTED)).containsExactly("aborted()");
    assertThat(FAILING.failure("aborted()")).hasNoSuppressedExceptions();
  }

  @Test
  void a_failure_has_the_lines_of_what_was_recorded() {
    assertThat(FAILING.failure("exception()").getStackTrace())
        .filteredOn(frame -> frame.getClassName().equals(Orders.class.getName()))
        .hasSize(2)
        .allMatch(frame -> frame.getLineNumber() > 0 && "Orders.java".equals(frame.getFileName()));
  }
}
