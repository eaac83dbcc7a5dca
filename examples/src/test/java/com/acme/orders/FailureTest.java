package com.acme.orders;

import static dev.bottrace.assertj.TraceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.acme.orders.store.OrderRepository;
import com.acme.orders.web.OrderController;
import dev.bottrace.Tracer;
import dev.bottrace.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a failure looks like, which the README shows. */
class FailureTest {
  private final OrderController controller = new OrderController(new Orders(new OrderRepository()));

  @Test
  void a_path_that_is_not_there_shows_the_way_that_was_taken() throws IOException {
    Trace trace =
        Tracer.record(() -> controller.post("ada: 2 chair"))
            .include("com.acme.orders.web")
            .include("com.acme.orders.store")
            .include("com.acme.orders.Orders")
            .calls()
            .execute();
    Throwable failure =
        catchThrowable(() -> assertThat(trace).path("OrderController.post > OrderRepository.save"));
    assertThat(failure.getMessage().strip())
        .isEqualTo(Files.readString(Path.of("expected", "Orders.failure.txt")).strip());
  }
}
