package com.acme.orders;

import com.acme.orders.price.Pricing;
import com.acme.orders.store.OrderRepository;
import com.acme.orders.store.Transaction;

/** Takes orders: all of one or nothing. */
public final class Orders {
  private final Pricing pricing = new Pricing();
  private final OrderRepository repository;

  /** Keeps orders in a repository. */
  public Orders(OrderRepository repository) {
    this.repository = repository;
  }

  /** Keeps an order; returns what it costs. */
  public long place(Order order) {
    Transaction transaction = repository.begin();
    try {
      long total = pricing.total(order);
      repository.save(order, total);
      transaction.commit();
      return total;
    } catch (RuntimeException e) {
      transaction.rollback();
      throw e;
    }
  }
}
