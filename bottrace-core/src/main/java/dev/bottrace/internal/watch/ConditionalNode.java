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

  /** Code could not tell the common type of references of two classes, or of unknown ones. */
  @Override
  Term term() {
    Term first = yes.term();
    Term second = no.term();
    String type = isReference() ? first.descriptor() : type().descriptorString();
    Term.Choice choice = new Term.Choice(test.term(), first, second, type);
    if (isReference()
        && (!second.descriptor().equals(type) || type.equals(Object.class.descriptorString()))) {
      return Term.Unknown.INSTANCE;
    }
    return choice.isKnown() || type() == boolean.class ? choice : Term.Unknown.INSTANCE;
  }
}
