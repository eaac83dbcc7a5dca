package com.acme.orders.store;

import com.acme.orders.Order;
import java.util.ArrayList;
import java.util.List;

/** Keeps orders in memory. For use by one thread at a time. */
public final class OrderRepository {
  private final List<Order> kept = new ArrayList<>();
  private final List<Order> saved = new ArrayList<>();
  private long turnover;

  /** Begins a transaction. */
  public Transaction begin() {
    return new Transaction(this);
  }

  /** Saves an order, and what it costs. */
  public void save(Order order, long total) {
    saved.add(order);
    turnover += total;
  }

  /** Returns what all orders cost that were ever saved. */
  public long turnover() {
    return turnover;
  }

  void keepSaved() {
    kept.addAll(saved);
    saved.clear();
  }

  void dropSaved() {
    saved.clear();
  }
}
