package dev.bottrace.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.TestExecutionResult.Status.FAILED;
import static org.junit.platform.engine.TestExecutionResult.Status.SUCCESSFUL;

import dev.bottrace.Recording;
import dev.bottrace.host.target.Orders;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.RecordedPart;
import dev.bottrace.trace.Trace;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is recorded of a test, and what its methods get. */
@Timeout(120)
class TracedTest {
  private static final String HOST = "dev.bottrace.host.target";

  private static void assertPasses(Class<?> testClass, int tests) {
    Outcomes outcomes = Outcomes.of(testClass);
    outcomes.tests(FAILED).stream()
        .findFirst()
        .ifPresent(failed -> Assertions.fail(failed, outcomes.failure(failed)));
    assertThat(outcomes.tests(SUCCESSFUL)).hasSize(tests);
  }

  private static long placed(Trace trace) {
    return trace.count("Orders.place");
  }

  @Traced(include = HOST)
  static class Lifecycle {
    private final Orders orders = new Orders();
    private int placed;

    @BeforeEach
    void before() {
      orders.place("before", 1);
    }

    @Test
    void alone(Recording recording) {
      assertThat(recording.snapshot().events()).isEmpty();
      orders.place("pen", 1);
      assertThat(recording.snapshot().calls("Orders.place")).hasSize(1);
      orders.place("ink", 1);
      assertThat(recording.snapshot().paths("Orders.place > Repository.save")).hasSize(2);
      placed = 2;
    }

    @RepeatedTest(3)
    void repeated() {
      orders.place("pen", 1);
      placed = 1;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void parameterized(int times, Recording recording) {
      for (int i = 0; i < times; i++) {
        orders.place("pen", 1);
      }
      assertThat(placed(recording.snapshot())).isEqualTo(times);
      placed = times;
    }

    @AfterEach
    void after(Trace trace, Recording recording) {
      orders.place("after", 1);
      assertThat(placed(trace)).isEqualTo(placed);
      assertThat(recording.snapshot()).isSameAs(trace);
      assertThat(trace.threads()).allMatch(thread -> thread.main());
    }
  }

  @Test
  void each_invocation_of_a_test_method_is_recorded_without_what_is_around_it() {
    assertPasses(Lifecycle.class, 6);
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class OneInstance extends Lifecycle {}

  @Test
  void derived_classes_have_it_too_and_one_instance_may_run_all_tests() {
    assertPasses(OneInstance.class, 6);
  }

  @Retention(RetentionPolicy.RUNTIME)
  @Traced(include = HOST, calls = false, callCounts = true)
  @interface Counted {}

  @Traced(include = HOST, args = true, returns = true)
  static class Nearest {
    private final Orders orders = new Orders();

    @AfterEach
    void after(Trace trace) {
      assertThat(placed(trace)).isEqualTo(1);
    }

    @Test
    void of_the_class(Recording recording) {
      orders.place("pen", 1);
      assertThat(recording.snapshot().first("Orders.place").orElseThrow().arguments()).hasSize(2);
    }

    @Test
    @Traced(include = HOST + ".Orders", noLambdas = true)
    void of_the_method(Recording recording) {
      orders.placeAll(List.of("pen"));
      assertThat(recording.snapshot().holds(RecordedPart.ARGUMENTS)).isFalse();
      assertThat(recording.snapshot().methods())
          .extracting(method -> method.name())
          .containsExactly("check", "place", "placeAll");
    }

    @Test
    @Counted
    void of_an_annotation_of_its_own(Recording recording) {
      orders.place("pen", 1);
      assertThat(recording.snapshot().holds(RecordedPart.CALLS)).isFalse();
      assertThat(recording.snapshot().callCounts())
          .hasSize(3)
          .extracting(CallCount::count)
          .containsOnly(1L);
    }

    @Nested
    class Inner {
      @Test
      void of_the_class_around_it(Recording recording) {
        orders.place("pen", 1);
        assertThat(recording.snapshot().holds(RecordedPart.RETURNS)).isTrue();
      }
    }

    @Nested
    @Traced(include = HOST, exclude = HOST + ".Repository", maxDepth = 1)
    class Other {
      @Test
      void of_the_nested_class(Recording recording) {
        orders.place("pen", 1);
        assertThat(recording.snapshot().callTree().size()).isEqualTo(1);
      }
    }
  }

  @Test
  void the_nearest_annotation_holds_as_a_whole() {
    assertPasses(Nearest.class, 5);
  }

  static class Methods {
    private final Orders orders = new Orders();

    @Test
    @Traced // what comes from directories
    void own_code(Recording recording) {
      orders.place("pen", 1);
      assertThat(placed(recording.snapshot())).isEqualTo(1);
    }

    @Test
    @Traced(include = HOST, keepLast = 2, callCounts = true)
    void last_events(Recording recording) {
      orders.place("pen", 1);
      assertThat(recording.snapshot().first("Orders.check")).isEmpty();
      assertThat(recording.snapshot().called("Orders.check")).as("by the counts").isTrue();
      assertThat(recording.snapshot().callCounts()).hasSize(3);
    }

    @Test
    @Traced(include = HOST, breakpoint = "Orders.place", watch = "amount * 2", redact = "item")
    void state(Recording recording) {
      orders.place("pen", 21);
      assertThat(recording.snapshot().snapshots().toString()).contains("42").doesNotContain("pen");
    }

    @Test
    @Traced(include = HOST)
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void in_a_thread_of_its_own(Recording recording) {
      orders.place("pen", 1);
      Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> orders.place("ink", 1));
      assertThat(placed(recording.snapshot())).isEqualTo(2);
    }

    @Traced(include = HOST)
    @TestFactory
    Stream<DynamicTest> dynamic(Recording recording) {
      return Stream.of(1, 2)
          .map(
              number ->
                  DynamicTest.dynamicTest(
                      "dynamic " + number,
                      () -> {
                        orders.place("pen", 1);
                        assertThat(placed(recording.snapshot())).isEqualTo(number.longValue());
                      }));
    }
  }

  @Test
  void methods_have_options_of_their_own() {
    assertPasses(Methods.class, 6);
  }
}
