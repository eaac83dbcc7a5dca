package dev.bottrace.assertj.target.shop;

final class Tx {
  private Tx() {}

  static void begin() {}

  static void commit() {}

  static void rollback() {}
}
