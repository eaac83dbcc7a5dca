package dev.bottrace.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.Recording;
import dev.bottrace.trace.Trace;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests that can not be traced as they ask to be fail, and say what can. */
@Timeout(120)
class MisusedTracedTest {
  private static final String HOST = "dev.bottrace.host.target";

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
    void before(Recording recording) {}

    @Test
    void test() {}
  }

  @Traced(include = HOST)
  static class Running {
    @Test
    void test(Trace trace) {}
  }

  @Traced(include = HOST)
  static class Outside {
    @BeforeAll
    static void first(Trace trace) {}

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
    assertThat(Outcomes.of(Outside.class).failure("MisusedTracedTest$Outside"))
        .hasMessageStartingWith("no Trace for first: nothing is recorded here");
  }
}
