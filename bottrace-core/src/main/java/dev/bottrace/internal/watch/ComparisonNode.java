package dev.bottrace.internal.watch;

/** Compares two numbers after promotion. */
final class ComparisonNode extends Node {
  private final Operator operator;
  private final Kind kind;
  private final Node left;
  private final Node right;

  ComparisonNode(Operator operator, Kind kind, Node left, Node right) {
    super(boolean.class);
    this.operator = operator;
    this.kind = kind;
    this.left = left;
    this.right = right;
  }

  @Override
  Object value(Environment environment) {
    return truth(environment);
  }

  @Override
  boolean truth(Environment environment) {
    return switch (kind) {
      case LONG -> longs(left.asLong(environment), right.asLong(environment));
      case FLOAT -> doubles(left.asFloat(environment), right.asFloat(environment));
      case DOUBLE -> doubles(left.asDouble(environment), right.asDouble(environment));
      default -> longs(left.asInt(environment), right.asInt(environment));
    };
  }

  private boolean longs(long a, long b) {
    return switch (operator) {
      case EQUAL -> a == b;
      case NOT_EQUAL -> a != b;
      case LESS -> a < b;
      case GREATER -> a > b;
      case LESS_EQUAL -> a <= b;
      default -> a >= b;
    };
  }

  private boolean doubles(double a, double b) {
    return switch (operator) {
      case EQUAL -> a == b;
      case NOT_EQUAL -> a != b;
      case LESS -> a < b;
      case GREATER -> a > b;
      case LESS_EQUAL -> a <= b;
      default -> a >= b;
    };
  }

  @Override
  Term term() {
    Term first = left.term();
    Term second = right.term();
    return first.isKnown() && second.isKnown()
        ? new Term.Comparison(operator.symbol(), first, second, kind.type().descriptorString())
        : Term.Unknown.INSTANCE;
  }
}
