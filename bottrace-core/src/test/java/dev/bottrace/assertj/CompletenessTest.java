package dev.bottrace.assertj;

import static dev.bottrace.assertj.TraceAssertions.assertThat;

import dev.bottrace.Tracer;
import dev.bottrace.assertj.target.shop.Shop;
import dev.bottrace.trace.Trace;
import org.junit.jupiter.api.Test;

/** Absence can be asserted where counts are of all calls, though events were not kept. */
class CompletenessTest {
  @Test
  void counts_are_of_all_calls_though_their_events_are_gone() throws Exception {
    Trace trace =
        Tracer.run(Shop.class)
            .include("dev.bottrace.assertj.target")
            .calls()
            .callCounts()
            .keepLast(2)
            .execute();
    assertThat(trace).neverCalled("Nobody.knows").called("Orders.place").times(2);
  }
}
