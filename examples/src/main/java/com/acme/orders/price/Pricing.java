package com.acme.orders.price;

import com.acme.orders.Order;
import java.util.Map;

/** Knows what things cost, in cents. */
public final class Pricing {
  private static final Map<String, Long> PRICES = Map.of("chair", 4500L, "lamp", 2999L);

  /** Returns what an order costs. */
  public long total(Order order) {
    long sum = order.lines().stream().mapToLong(line -> price(line.item()) * line.count()).sum();
    return sum - discount(sum);
  }

  private long price(String item) {
    Long price = PRICES.get(item);
    if (price == null) {
      throw new IllegalArgumentException("no such item: " + item);
    }
    return price;
  }

  private long discount(long sum) {
    return sum > 10_000 ? sum / 10 : 0;
  }
}
