package com.acme.orders;

import static dev.bottrace.assertj.TraceAssertions.assertThat;

import com.acme.orders.store.OrderRepository;
import com.acme.orders.web.OrderController;
import dev.bottrace.junit.Traced;
import dev.bottrace.trace.Trace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules over what really ran, be it called directly, by reflection or by a lambda. */
@Traced(include = "com.acme.orders")
class ArchitectureRulesTest {
  private final OrderController controller = new OrderController(new Orders(new OrderRepository()));

  @ParameterizedTest
  @ValueSource(strings = {"ada: 2 chair", "bob: 3 lamp, 1 chair", "eve: 1 castle"})
  void orders_keep_the_rules(String request) {
    controller.post(request);
  }

  @AfterEach
  void only_orders_know_the_store(Trace trace) {
    assertThat(trace).noCalls().from("..web..").to("..store..");
    assertThat(trace).noCalls().from("..price..").to("..store..");
    assertThat(trace).noCalls().from("..store..").to("..web..");
  }
}
