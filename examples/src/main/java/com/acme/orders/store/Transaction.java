package com.acme.orders.store;

/** What happens as a whole or not at all. */
public final class Transaction {
  private final OrderRepository repository;

  Transaction(OrderRepository repository) {
    this.repository = repository;
  }

  /** Makes what was saved last. */
  public void commit() {
    repository.keepSaved();
  }

  /** Forgets what was saved. */
  public void rollback() {
    repository.dropSaved();
  }
}
