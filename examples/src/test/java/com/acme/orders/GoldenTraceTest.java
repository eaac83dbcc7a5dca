package com.acme.orders;

import static dev.bottrace.assertj.TraceAssertions.assertThat;

import com.acme.orders.store.OrderRepository;
import com.acme.orders.web.OrderController;
import dev.bottrace.Tracer;
import dev.bottrace.trace.Trace;
import org.junit.jupiter.api.Test;

class GoldenTraceTest {
  private final OrderController controller = new OrderController(new Orders(new OrderRepository()));

  @Test
  void an_order_takes_the_way_that_was_reviewed() {
    Trace trace =
        Tracer.record(() -> controller.post("bob: 3 lamp, 1 chair"))
            .include("com.acme.orders")
            .exclude("com.acme.orders.Order") // a value
            .calls()
            .execute();
    assertThat(trace).matchesGolden();
  }
}
