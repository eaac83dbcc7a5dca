// Where the calls go: a multiplication table of 100 by 100 is summed up, multiplying by adding.
// By hand: main calls rowSum 100 times, that calls product 100 * 100 times, and product calls add
// once for each unit of its column, which is 100 * (1 + 2 + ... + 100) = 505,000 times in all.
//
//   bottrace run examples/ManyCalls.java --call-counts
//   bottrace run examples/ManyCalls.java --call-counts --top 1

public class ManyCalls {
  public static void main(String[] args) {
    int total = 0;
    for (int row = 1; row <= 100; row++) {
      total += rowSum(row);
    }
    System.out.println("total: " + total);
  }

  static int rowSum(int row) {
    int sum = 0;
    for (int column = 1; column <= 100; column++) {
      sum += product(row, column);
    }
    return sum;
  }

  static int product(int row, int column) {
    int product = 0;
    for (int i = 0; i < column; i++) {
      product = add(product, row);
    }
    return product;
  }

  static int add(int a, int b) {
    return a + b;
  }
}
