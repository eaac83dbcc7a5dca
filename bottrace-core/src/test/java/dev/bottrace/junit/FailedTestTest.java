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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
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
    @Traced(include = HOST, failureLines = 4)
    void many() {
      depths.counting(1_000);
      depths.round(1_000);
      Assertions.fail("after all");
    }

    @Test
    @Traced(include = HOST, failureLines = 12)
    void deep() {
      depths.down(1_000);
    }

    @Test
    @Traced(include = HOST, failureLines = 3)
    void deep_and_short() {
      depths.down(1_000);
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
    @Traced(include = HOST, maxEvents = 3)
    void cut() {
      depths.round(1_000);
      Assertions.fail("after all");
    }

    @Test
    @Traced(include = HOST, calls = false, callCounts = true, failureLines = 2)
    void counted() {
      depths.round(1_000);
      depths.counting(5);
      Assertions.fail("after all");
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
  void of_many_calls_the_last_ones_are_attached_with_their_callers() {
    assertAttached(
        "many()",
        """
        the last 64 of 2,003 recorded calls:
          at Depths.round(Depths.java:_)
            at Depths.step(Depths.java:_)  x63
            at Depths.last(Depths.java:_)
        """);
  }

  @Test
  void of_a_deep_stack_both_ends_are_attached() {
    assertAttached(
        "deep()",
        """
        the last 3 of 1,000 recorded calls:
          at Depths.down(Depths.java:_) !java.lang.IllegalStateException
            at Depths.down(Depths.java:_) !java.lang.IllegalStateException
              ... 989 levels
                at Depths.down(Depths.java:_) !java.lang.IllegalStateException
                  at Depths.down(Depths.java:_) !java.lang.IllegalStateException
                    at Depths.down(Depths.java:_) !java.lang.IllegalStateException
                      at Depths.down(Depths.java:_) !java.lang.IllegalStateException
                        at Depths.down(Depths.java:_) !java.lang.IllegalStateException
                          at Depths.down(Depths.java:_) !java.lang.IllegalStateException
                            at Depths.down(Depths.java:_) !java.lang.IllegalStateException
                              at Depths.down(Depths.java:_) !java.lang.IllegalStateException
                                at Depths.down(Depths.java:_) !java.lang.IllegalStateException
        """);
    assertAttached(
        "deep_and_short()",
        """
        the last 1 of 1,000 recorded calls:
          at Depths.down(Depths.java:_) !java.lang.IllegalStateException
            at Depths.down(Depths.java:_) !java.lang.IllegalStateException
              at Depths.down(Depths.java:_) !java.lang.IllegalStateException
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
  void it_is_said_if_recording_stopped_before_the_failure() {
    assertAttached(
        "cut()",
        """
        2 recorded calls:
          at Depths.round(Depths.java:_) (not ended)
            at Depths.step(Depths.java:_)
          Note: MAX_EVENTS reached (3)
        """);
  }

  @Test
  void counts_are_attached_if_there_are_no_calls() {
    assertAttached(
        "counted()",
        """
        the 2 most called of 5 methods:
          at Depths.step(Depths.java:_)  x1,000
          at Depths.step(Depths.java:_)  x5
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

  @Traced(include = HOST)
  static class Endless {
    @Test
    void overflow() {
      new Depths().down(Integer.MAX_VALUE);
    }
  }

  @Test
  void a_failure_of_the_jvm_takes_nothing_and_the_calls_are_reported_beside_it() {
    Outcomes endless = Outcomes.of(Endless.class);
    assertThat(endless.failure("overflow()")).isInstanceOf(StackOverflowError.class);
    assertThat(endless.failure("overflow()")).hasNoSuppressedExceptions();
    assertThat(endless.reports("overflow()"))
        .singleElement()
        .asString()
        .startsWith("the last ")
        .contains("... ", " levels");
  }

  @Test
  void a_failure_has_the_lines_of_what_was_recorded() {
    assertThat(FAILING.failure("exception()").getStackTrace())
        .filteredOn(frame -> frame.getClassName().equals(Orders.class.getName()))
        .hasSize(2)
        .allMatch(frame -> frame.getLineNumber() > 0 && "Orders.java".equals(frame.getFileName()));
  }

  static class Wrong {
    @Test
    @Traced(maxDepth = 0)
    void depth() {}

    @Test
    @Traced(failureLines = -1)
    void lines() {}

    @Test
    @Traced(include = "")
    void include() {}
  }

  @Test
  void wrong_options_fail_the_test() {
    Outcomes wrong = Outcomes.of(Wrong.class);
    assertThat(wrong.failure("depth()"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxDepth must be 1 or more, not 0");
    assertThat(wrong.failure("lines()"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("failureLines must be 0 or more, not -1");
    assertThat(wrong.failure("include()"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("include needs a package, class or source path, not ''");
  }

  @Traced(include = HOST)
  static class TooEarly {
    @BeforeEach
    void before(dev.bottrace.Recording recording) {}

    @Test
    void test() {}
  }

  @Traced(include = HOST)
  static class Running {
    @Test
    void test(dev.bottrace.trace.Trace trace) {}
  }

  @Traced(include = HOST)
  static class Outside {
    @BeforeAll
    static void first(dev.bottrace.trace.Trace trace) {}

    @Test
    void test() {}
  }

  @Test
  void parameters_that_can_not_be_are_refused_with_what_can() {
    assertThat(Outcomes.of(TooEarly.class).failure("test()"))
        .hasMessage(
            "no Recording for before: nothing is recorded here: a recording begins with the test"
                + " method and ends with it; take a Recording in the test method, or a Recording"
                + " or Trace in an @AfterEach method");
    assertThat(Outcomes.of(Running.class).failure("test(Trace)"))
        .hasMessage(
            "no Trace for test: the test is running, and its trace is whole when it has run: take"
                + " a Recording parameter and ask it for a snapshot(), or take the Trace in an"
                + " @AfterEach method");
    assertThat(Outcomes.of(Outside.class).failure("FailedTestTest$Outside"))
        .hasMessageStartingWith("no Trace for first: nothing is recorded here");
  }
}
