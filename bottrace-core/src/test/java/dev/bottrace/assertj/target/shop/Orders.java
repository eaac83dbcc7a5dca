package dev.bottrace.assertj.target.shop;

import java.util.List;

final class Orders {
  private final Repository repository = new Repository();

  boolean place(int id) {
    int total = total(List.of(7, 5, 3));
    Tx.begin();
    repository.save(id, total);
    Tx.commit();
    return total > 10;
  }

  private static int total(List<Integer> prices) {
    int total = 0;
    for (int price : prices) {
      total += Prices.net(price) + Prices.tax(price);
    }
    return total;
  }

  void refund(int id) {
    Tx.begin();
    check(id);
    Tx.commit();
  }

  private static void check(int id) {
    throw new IllegalStateException("no order " + id);
  }

  void audit() {
    repository.find(1);
    repository.save(1, 15);
  }
}
