package dev.bottrace.internal.watch;

import org.jspecify.annotations.Nullable;

/** One of two values; if their type is primitive, it is the same for both. */
final class ConditionalNode extends Node {
  private final Node test;
  private final Node yes;
  private final Node no;

  ConditionalNode(Class<?> type, Node test, Node yes, Node no) {
    super(type);
    this.test = test;
    this.yes = yes;
    this.no = no;
  }

  @Override
  @Nullable Object value(Environment environment) {
    return (test.truth(environment) ? yes : no).value(environment);
  }

  /** References have no term: code could not tell their common type. */
  @Override
  Term term() {
    if (isReference()) {
      return Term.Unknown.INSTANCE;
    }
    Term.Choice choice =
        new Term.Choice(test.term(), yes.term(), no.term(), type().descriptorString());
    return choice.isKnown() || type() == boolean.class ? choice : Term.Unknown.INSTANCE;
  }
}
