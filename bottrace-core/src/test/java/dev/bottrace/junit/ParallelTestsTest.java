package dev.bottrace.junit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.TestExecutionResult.Status.SUCCESSFUL;

import dev.bottrace.Recording;
import dev.bottrace.host.target.Orders;
import dev.bottrace.trace.Trace;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that run at the same time see their own calls only. */
@Timeout(240)
class ParallelTestsTest {
  private static final String HOST = "dev.bottrace.host.target";

  abstract static class Placing {
    private static final CountDownLatch TWO_BEGAN = new CountDownLatch(2);

    private final Orders orders = new Orders();
    private long placed;

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 300, 4_000, 30_000})
    void some(int number, Recording recording) throws InterruptedException {
      TWO_BEGAN.countDown();
      assertThat(TWO_BEGAN.await(60, SECONDS)).isTrue();
      IntStream.range(0, number).forEach(i -> orders.place("pen", 1));
      placed = number;
      assertThat(recording.snapshot().count("Orders.place")).isEqualTo(number);
    }

    @AfterEach
    void after(Trace trace) {
      assertThat(trace.count("Orders.place")).isEqualTo(placed);
    }
  }

  @Traced(include = HOST)
  static class Called extends Placing {}

  @Traced(include = HOST, args = true)
  static class WithArguments extends Placing {}

  @Traced(include = HOST, calls = false, callCounts = true)
  static class Counted extends Placing {}

  @Traced(include = HOST, exclude = HOST + ".Repository")
  static class Partly extends Placing {}

  @Test
  void each_sees_its_own_calls() {
    Outcomes outcomes =
        Outcomes.inParallel(4, Called.class, WithArguments.class, Counted.class, Partly.class);
    assertThat(outcomes.failures()).isEmpty();
    assertThat(outcomes.tests(SUCCESSFUL)).hasSize(20);
  }

  /** While one of them waits, JUnit's pool makes a thread for the other, from the waiting one. */
  @Traced(include = HOST)
  static class Waiting {
    private static final CompletableFuture<Void> BEGAN = new CompletableFuture<>();
    private static final CompletableFuture<Void> PLACED = new CompletableFuture<>();

    private final Orders orders = new Orders();

    @Test
    void first(Recording recording) throws Exception {
      BEGAN.complete(null);
      PLACED.get(60, SECONDS);
      assertThat(recording.snapshot().callTree().calls()).isEmpty();
    }

    @Test
    void second(Recording recording) throws Exception {
      BEGAN.get(60, SECONDS);
      orders.place("pen", 1);
      PLACED.complete(null);
      assertThat(recording.snapshot().count("Orders.place")).isEqualTo(1);
    }
  }

  @Test
  void a_thread_that_a_waiting_test_makes_room_for_is_not_of_that_test() {
    assertThat(Outcomes.inParallel(1, Waiting.class).failures()).isEmpty();
  }
}
