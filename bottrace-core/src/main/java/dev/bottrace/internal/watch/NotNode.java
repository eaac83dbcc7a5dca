package dev.bottrace.internal.watch;

/** What holds if a condition does not. */
final class NotNode extends Node {
  private final Node operand;

  NotNode(Node operand) {
    super(boolean.class);
    this.operand = operand;
  }

  @Override
  Object value(Environment environment) {
    return truth(environment);
  }

  @Override
  boolean truth(Environment environment) {
    return !operand.truth(environment);
  }

  @Override
  Term term() {
    return new Term.Not(operand.term());
  }
}
