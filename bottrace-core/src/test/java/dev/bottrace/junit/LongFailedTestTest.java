package dev.bottrace.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.host.target.Depths;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is attached to the failures of tests with more calls than anybody reads. */
@Timeout(120)
class LongFailedTestTest {
  private static final String HOST = "dev.bottrace.host.target";

  static class Failing {
    private final Depths depths = new Depths();

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
  }

  private static final Outcomes FAILING = Outcomes.of(Failing.class);

  private static void assertAttached(String test, String text) {
    assertThat(FAILING.attached(test) + '\n')
        .isEqualTo("dev.bottrace.junit.RecordedCalls: " + text);
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
}
