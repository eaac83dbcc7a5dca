package com.acme.orders.web;

import com.acme.orders.Order;
import com.acme.orders.Orders;
import java.util.Arrays;
import java.util.List;

/** Understands requests such as {@code ada: 2 chair, 1 lamp}. */
public final class OrderController {
  private final Orders orders;

  /** Passes orders on. */
  public OrderController(Orders orders) {
    this.orders = orders;
  }

  /** Answers a request. */
  public String post(String request) {
    try {
      long cents = orders.place(parse(request));
      return "200 " + cents;
    } catch (IllegalArgumentException e) {
      return "400 " + e.getMessage();
    }
  }

  private Order parse(String request) {
    String[] parts = request.split(": ", 2);
    List<Order.Line> lines = Arrays.stream(parts[1].split(", ", -1)).map(this::line).toList();
    return new Order(parts[0], lines);
  }

  private Order.Line line(String text) {
    String[] parts = text.split(" ", 2);
    return new Order.Line(parts[1], Integer.parseInt(parts[0]));
  }
}
