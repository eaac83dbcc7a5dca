package dev.bottrace.internal.watch;

/** Compares two references. */
final class IdentityNode extends Node {
  private final Node left;
  private final Node right;
  private final boolean same;

  IdentityNode(Node left, Node right, boolean same) {
    super(boolean.class);
    this.left = left;
    this.right = right;
    this.same = same;
  }

  @Override
  Object value(Environment environment) {
    return truth(environment);
  }

  @Override
  boolean truth(Environment environment) {
    return (left.value(environment) == right.value(environment)) == same;
  }

  @Override
  Term term() {
    Term first = left.term();
    Term second = right.term();
    return first.isKnown() && second.isKnown()
        ? new Term.Identity(first, second, same)
        : Term.Unknown.INSTANCE;
  }
}
