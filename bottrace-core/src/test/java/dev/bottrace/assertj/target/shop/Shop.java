package dev.bottrace.assertj.target.shop;

import dev.bottrace.assertj.target.web.OrderPage;

/** Orders in transactions, an exception, a page that goes past its layer, and a second thread. */
public final class Shop {
  private Shop() {}

  public static void main(String[] args) throws Exception {
    Orders orders = new Orders();
    orders.place(1);
    orders.place(2);
    try {
      orders.refund(3);
    } catch (IllegalStateException e) {
      Mail.send("can't refund");
    }
    OrderPage.show(1);
    Thread audit = new Thread(orders::audit, "audit-1");
    audit.start();
    audit.join();
  }
}
