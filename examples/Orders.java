// State at a line, and arguments and results of calls: what a discount is computed from.
//
//   bottrace run examples/Orders.java --calls --args --returns
//   bottrace run examples/Orders.java --breakpoint Orders.java:32 --watch "order.total() / 10"
//   bottrace run examples/Orders.java --breakpoint Orders.discount --locals

import java.util.ArrayList;
import java.util.List;

public class Orders {
  record Line(String item, int price, int quantity) {}

  static class Order {
    private final String customer;
    private final List<Line> lines = new ArrayList<>();

    Order(String customer) {
      this.customer = customer;
    }

    int total() {
      int sum = 0;
      for (Line line : lines) {
        sum += line.price() * line.quantity();
      }
      return sum;
    }
  }

  static int discount(Order order) {
    int percent = order.total() > 100 ? 10 : 0;
    return order.total() * percent / 100; // a line for a breakpoint
  }

  public static void main(String[] args) {
    for (String customer : List.of("ada", "bob")) {
      Order order = new Order(customer);
      order.lines.add(new Line("apples", 3, 5));
      if (customer.equals("bob")) {
        order.lines.add(new Line("chair", 120, 1));
      }
      System.out.println(order.customer + " saves " + discount(order));
    }
  }
}
