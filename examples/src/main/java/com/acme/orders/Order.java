package com.acme.orders;

import java.util.List;

/** What a customer wants. */
public record Order(String customer, List<Line> lines) {
  /** So many of one item. */
  public record Line(String item, int count) {}
}
