package com.acme.orders;

import com.acme.orders.store.OrderRepository;
import com.acme.orders.web.OrderController;
import dev.bottrace.Recording;
import dev.bottrace.Tracer;
import dev.bottrace.trace.CallCount;

/** Shows how often the parts of the order service's store are called, while it works. */
final class LiveCounts {
  private LiveCounts() {}

  /** Takes orders for some days, and looks at the counts each evening. */
  public static void main(String[] arguments) {
    OrderController controller = new OrderController(new Orders(new OrderRepository()));
    try (Recording recording = Tracer.include("com.acme.orders.store").callCounts().start()) {
      for (int day = 1; day <= 3; day++) {
        work(controller);
        System.out.println("day " + day);
        for (CallCount count : recording.snapshot().callCounts()) {
          System.out.printf("%7d %s%n", count.count(), count.method().displayName());
        }
      }
    }
  }

  private static void work(OrderController controller) {
    for (int i = 0; i < 1000; i++) {
      controller.post(i % 10 == 0 ? "bob: 1 castle" : "ada: 2 chair, 1 lamp");
    }
  }
}
