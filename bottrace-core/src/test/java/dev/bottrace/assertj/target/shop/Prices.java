package dev.bottrace.assertj.target.shop;

final class Prices {
  private Prices() {}

  static int net(int price) {
    return price;
  }

  static int tax(int price) {
    return price / 5;
  }
}
