package dev.bottrace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.host.target.Orders;
import dev.bottrace.trace.BreakpointSnapshot;
import dev.bottrace.trace.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Breakpoints of recordings, in classes that run already. */
@Timeout(120)
class RecordedBreakpointsTest {
  private static final String HOST = "dev.bottrace.host.target";

  @Test
  void breakpoints_and_watches_see_the_state_of_the_recorded_threads() throws Exception {
    Orders orders = new Orders();
    Trace trace =
        Tracer.record(
                () -> {
                  orders.place("pen", 1);
                  orders.place("ink", 7);
                })
            .breakpoint("Orders.place if amount > 2")
            .watch("item.length() + amount")
            .watch("doubled(amount)")
            .watch("Math.max(amount, 9)")
            .execute();
    Thread other = new Thread(() -> orders.place("nib", 9));
    other.start();
    other.join();
    assertThat(trace.snapshots()).hasSize(1);
    BreakpointSnapshot snapshot = trace.snapshots().get(0);
    assertThat(snapshot.watches().get(0).value()).hasToString("10");
    assertThat(snapshot.watches().get(1).value()).hasToString("14");
    assertThat(snapshot.watches().get(2).value()).hasToString("9");
    assertThat(snapshot.stack().get(0).function()).isEqualTo("Orders.place");
    assertThat(snapshot.stack()).hasSize(2);
    assertThat(trace.receipts()).isEmpty();
  }

  @Test
  void a_class_has_the_breakpoints_of_one_recording_at_a_time() {
    Orders orders = new Orders();
    try (Recording every = Tracer.include(HOST).breakpoint("Orders.place").start();
        Recording some = Tracer.include(HOST).breakpoint("Orders.place if amount > 2").start()) {
      orders.place("pen", 1);
      orders.place("ink", 7);
      assertThat(every.stop().snapshots()).hasSize(2);
      orders.place("nib", 2);
      orders.place("ink", 8);
      assertThat(some.stop().snapshots()).hasSize(1);
      assertThat(some.stop().notices())
          .containsExactly(
              "dev.bottrace.host.target.Orders: has breakpoints of another recording, so those of"
                  + " this one are not set until that has ended");
    }
  }
}
