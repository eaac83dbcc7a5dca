package dev.bottrace.internal.watch;

import dev.bottrace.internal.code.Evaluation;
import dev.bottrace.internal.code.Refusal;

/** The length of an array. */
final class LengthNode extends Node {
  private final Node array;
  private final String text;

  LengthNode(Node array, String text) {
    super(int.class);
    this.array = array;
    this.text = text;
  }

  @Override
  Object value(Environment environment) {
    return asInt(environment);
  }

  @Override
  int asInt(Environment environment) {
    Object elements = array.value(environment);
    if (elements == null) {
      throw Refusal.whole("'" + text + "' is null");
    }
    return Evaluation.length(elements);
  }

  @Override
  Term term() {
    Term elements = array.term();
    return elements.isKnown() ? new Term.Length(elements) : Term.Unknown.INSTANCE;
  }
}
