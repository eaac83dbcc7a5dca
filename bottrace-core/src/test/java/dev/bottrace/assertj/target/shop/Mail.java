package dev.bottrace.assertj.target.shop;

final class Mail {
  private Mail() {}

  static void send(String text) {}
}
