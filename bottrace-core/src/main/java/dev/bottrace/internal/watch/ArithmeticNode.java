package dev.bottrace.internal.watch;

import dev.bottrace.internal.code.Refusal;

/** Two numbers to a third one; both operands and the result are of the same promoted type. */
final class ArithmeticNode extends Node {
  private final Operator operator;
  private final Kind kind;
  private final Node left;
  private final Node right;

  ArithmeticNode(Operator operator, Kind kind, Node left, Node right) {
    super(kind.type());
    this.operator = operator;
    this.kind = kind;
    this.left = left;
    this.right = right;
  }

  @Override
  Object value(Environment environment) {
    return switch (kind) {
      case LONG -> asLong(environment);
      case FLOAT -> asFloat(environment);
      case DOUBLE -> asDouble(environment);
      default -> asInt(environment);
    };
  }

  @Override
  int asInt(Environment environment) {
    int a = left.asInt(environment);
    int b = operator.isShift() ? Numbers.integer(right, environment) : right.asInt(environment);
    return switch (operator) {
      case PLUS -> a + b;
      case MINUS -> a - b;
      case TIMES -> a * b;
      case DIVIDE -> a / nonZero(b);
      case REMAINDER -> a % nonZero(b);
      case BIT_AND -> a & b;
      case BIT_OR -> a | b;
      case BIT_XOR -> a ^ b;
      case SHIFT_LEFT -> a << b;
      case SHIFT_RIGHT -> a >> b;
      case SHIFT_RIGHT_UNSIGNED -> a >>> b;
      default -> throw new IllegalStateException(operator.name());
    };
  }

  private static int nonZero(int divisor) {
    if (divisor == 0) {
      throw Refusal.whole("/ by zero");
    }
    return divisor;
  }

  @Override
  long asLong(Environment environment) {
    if (kind == Kind.INT) {
      return asInt(environment);
    }
    long a = left.asLong(environment);
    long b = operator.isShift() ? Numbers.whole(right, environment) : right.asLong(environment);
    return switch (operator) {
      case PLUS -> a + b;
      case MINUS -> a - b;
      case TIMES -> a * b;
      case DIVIDE -> a / nonZero(b);
      case REMAINDER -> a % nonZero(b);
      case BIT_AND -> a & b;
      case BIT_OR -> a | b;
      case BIT_XOR -> a ^ b;
      case SHIFT_LEFT -> a << b;
      case SHIFT_RIGHT -> a >> b;
      case SHIFT_RIGHT_UNSIGNED -> a >>> b;
      default -> throw new IllegalStateException(operator.name());
    };
  }

  private static long nonZero(long divisor) {
    if (divisor == 0) {
      throw Refusal.whole("/ by zero");
    }
    return divisor;
  }

  @Override
  float asFloat(Environment environment) {
    if (kind != Kind.FLOAT) {
      return kind == Kind.DOUBLE ? (float) asDouble(environment) : (float) asLong(environment);
    }
    float a = left.asFloat(environment);
    float b = right.asFloat(environment);
    return switch (operator) {
      case PLUS -> a + b;
      case MINUS -> a - b;
      case TIMES -> a * b;
      case DIVIDE -> a / b;
      default -> a % b;
    };
  }

  @Override
  double asDouble(Environment environment) {
    if (kind != Kind.DOUBLE) {
      return kind == Kind.FLOAT ? asFloat(environment) : (double) asLong(environment);
    }
    double a = left.asDouble(environment);
    double b = right.asDouble(environment);
    return switch (operator) {
      case PLUS -> a + b;
      case MINUS -> a - b;
      case TIMES -> a * b;
      case DIVIDE -> a / b;
      default -> a % b;
    };
  }

  @Override
  Term term() {
    Term first = left.term();
    Term second = right.term();
    return first.isKnown() && second.isKnown()
        ? new Term.Arithmetic(operator.symbol(), first, second, type().descriptorString())
        : Term.Unknown.INSTANCE;
  }
}
