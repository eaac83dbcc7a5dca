package dev.bottrace.target;

/** Interfaces with code. */
final class InterfacesTarget {
  private InterfacesTarget() {}

  interface Shape {
    double PI = constant();

    double area();

    default double doubled() {
      return twice(area());
    }

    private double twice(double value) {
      return 2 * value;
    }

    static double constant() {
      return 3.0;
    }
  }

  interface Square extends Shape {
    double side();

    @Override
    default double area() {
      return side() * side();
    }

    @Override
    default double doubled() {
      return Shape.super.doubled() + 1;
    }
  }

  record Circle(double radius) implements Shape {
    @Override
    public double area() {
      return PI * radius * radius;
    }
  }

  public static void main(String[] args) {
    Square square = () -> 2.0;
    System.out.println(square.doubled());
    System.out.println(new Circle(1).doubled());
  }
}
