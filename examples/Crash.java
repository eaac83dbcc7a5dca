// An exception on its way out: every method that it leaves says so. What java prints of it stays as
// it is. The second line of the orders has a typo.
//
//   bottrace run examples/Crash.java --calls
//   bottrace run examples/Crash.java --on-exception snapshot --locals

import java.util.Map;
import java.util.TreeMap;

public class Crash {
  public static void main(String[] args) {
    String config = "apples = 3\npears = 1o\nplums = 5";
    System.out.println("orders: " + readOrders(config));
  }

  static Map<String, Integer> readOrders(String config) {
    Map<String, Integer> orders = new TreeMap<>();
    for (String line : config.split("\n")) {
      readOrder(line, orders);
    }
    return orders;
  }

  static void readOrder(String line, Map<String, Integer> orders) {
    String[] parts = line.split(" = ");
    orders.put(parts[0], parseAmount(parts[0], parts[1]));
  }

  static int parseAmount(String item, String amount) {
    try {
      return Integer.parseInt(amount);
    } catch (NumberFormatException e) {
      throw new IllegalStateException("bad amount for " + item, e);
    }
  }
}
