package com.acme.orders;

import static dev.bottrace.assertj.TraceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.acme.orders.store.OrderRepository;
import com.acme.orders.web.OrderController;
import dev.bottrace.Recording;
import dev.bottrace.junit.Traced;
import org.junit.jupiter.api.Test;

@Traced(include = "com.acme.orders")
class CallPathsTest {
  private final OrderController controller = new OrderController(new Orders(new OrderRepository()));

  @Test
  void an_order_is_saved_once_in_a_transaction(Recording recording) {
    assertThat(controller.post("ada: 2 chair")).isEqualTo("200 9000");
    assertThat(recording.snapshot())
        .path("OrderController.post > Orders.place > OrderRepository.save")
        .called("OrderRepository.save")
        .times(1)
        .within("OrderRepository.begin", "Transaction.commit");
  }

  @Test
  void an_order_of_something_unknown_is_rolled_back(Recording recording) {
    assertThat(controller.post("ada: 1 castle")).isEqualTo("400 no such item: castle");
    assertThat(recording.snapshot())
        .inOrder("OrderRepository.begin", "Pricing.price", "Transaction.rollback")
        .neverCalled("OrderRepository.save")
        .called("Pricing.price")
        .threw(IllegalArgumentException.class);
  }
}
