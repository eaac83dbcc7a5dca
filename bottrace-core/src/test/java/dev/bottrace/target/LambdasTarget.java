package dev.bottrace.target;

import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Lambda expressions and method references. */
final class LambdasTarget {
  private final String prefix = "-> ";

  private LambdasTarget() {}

  private String prefixed(String text) {
    UnaryOperator<String> add = value -> prefix + value;
    return add.apply(text);
  }

  private static int add(int left, int right) {
    return left + right;
  }

  public static void main(String[] args) {
    String captured = args.length == 0 ? "none" : "some";
    long wide = 1L << 40;
    Supplier<String> capturing = () -> captured + wide;
    IntBinaryOperator reference = LambdasTarget::add;
    Supplier<LambdasTarget> constructor = LambdasTarget::new;
    System.out.println(capturing.get());
    System.out.println(reference.applyAsInt(1, 2));
    System.out.println(constructor.get().prefixed("text"));
    System.out.println(List.of(3, 1, 2).stream().sorted((a, b) -> b - a).count());
  }
}
