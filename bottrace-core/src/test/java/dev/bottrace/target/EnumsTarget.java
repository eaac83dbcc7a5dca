package dev.bottrace.target;

import java.util.EnumMap;
import java.util.Map;

/** Enums whose constants have bodies, fields and constructors. */
final class EnumsTarget {
  private EnumsTarget() {}

  enum Operator {
    PLUS("+") {
      @Override
      int apply(int left, int right) {
        return left + right;
      }
    },
    TIMES("*") {
      @Override
      int apply(int left, int right) {
        return left * right;
      }
    };

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    abstract int apply(int left, int right);

    static Operator of(String sign) {
      for (Operator operator : values()) {
        if (operator.sign.equals(sign)) {
          return operator;
        }
      }
      return valueOf(sign);
    }
  }

  public static void main(String[] args) {
    Map<Operator, Integer> results = new EnumMap<>(Operator.class);
    results.put(Operator.of("+"), Operator.PLUS.apply(2, 3));
    results.put(Operator.of("TIMES"), Operator.TIMES.apply(2, 3));
    System.out.println(results);
  }
}
