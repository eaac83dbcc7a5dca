package dev.bottrace.internal.watch;

import org.jspecify.annotations.Nullable;

/** Two conditions to a third one. */
final class LogicNode extends Node {
  private final Operator operator;
  private final Node left;
  private final Node right;

  private LogicNode(Operator operator, Node left, Node right) {
    super(boolean.class);
    this.operator = operator;
    this.left = left;
    this.right = right;
  }

  /** Returns null if the operator is none of conditions. */
  static @Nullable LogicNode of(Operator operator, Node left, Node right) {
    boolean defined = operator.isLogic() || operator.isBitwise() || operator.isEquality();
    return defined ? new LogicNode(operator, left, right) : null;
  }

  @Override
  Object value(Environment environment) {
    return truth(environment);
  }

  @Override
  boolean truth(Environment environment) {
    boolean first = left.truth(environment);
    return switch (operator) {
      case AND -> first && right.truth(environment);
      case OR -> first || right.truth(environment);
      case BIT_AND -> right.truth(environment) && first;
      case BIT_OR -> right.truth(environment) || first;
      case EQUAL -> first == right.truth(environment);
      default -> first ^ right.truth(environment);
    };
  }

  @Override
  Term term() {
    Term first = left.term();
    Term second = right.term();
    boolean known = first.isKnown() && second.isKnown();
    return known || operator.isLogic()
        ? new Term.Logic(operator.symbol(), first, second)
        : Term.Unknown.INSTANCE;
  }
}
