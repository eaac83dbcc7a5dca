// What a trace calls things: constructors, an inherited method, recursion and a lambda.
//
// CALL and RETURN nest like the calls that they stand for.
//
//   bottrace run examples/Calls.java --calls
//   bottrace run examples/Calls.java --calls --no-lambdas --max-depth 2

import java.util.function.IntUnaryOperator;

public class Calls {
  public static void main(String[] args) {
    Shape square = new Square(3);
    System.out.println("area: " + square.area());
    System.out.println("factorial: " + factorial(4));
    System.out.println("twice: " + apply(number -> 2 * number, 21));
  }

  static int factorial(int n) {
    return n <= 1 ? 1 : n * factorial(n - 1);
  }

  static int apply(IntUnaryOperator function, int value) {
    return function.applyAsInt(value);
  }

  interface Shape {
    int area();
  }

  static class Rectangle implements Shape {
    private final int width;
    private final int height;

    Rectangle(int width, int height) {
      this.width = width;
      this.height = height;
    }

    @Override
    public int area() {
      return width * height;
    }
  }

  static class Square extends Rectangle {
    Square(int side) {
      super(side, side);
    }
  }
}
