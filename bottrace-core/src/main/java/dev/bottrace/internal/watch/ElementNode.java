package dev.bottrace.internal.watch;

import dev.bottrace.internal.code.Evaluation;
import dev.bottrace.internal.code.Refusal;
import org.jspecify.annotations.Nullable;

/** An element of an array, or of what turns out to be one. */
final class ElementNode extends Node {
  private final Node array;
  private final String text;
  private final Node index;

  ElementNode(Class<?> type, Node array, String text, Node index) {
    super(type);
    this.array = array;
    this.text = text;
    this.index = index;
  }

  @Override
  @Nullable Object value(Environment environment) {
    Object elements = array.value(environment);
    if (elements == null) {
      throw Refusal.whole("'" + text + "' is null");
    }
    if (!Evaluation.typeOf(elements).isArray()) {
      String type = Evaluation.typeOf(elements).getTypeName();
      throw Refusal.whole("'" + text + "' is a " + type + ", not an array");
    }
    int position = position(environment);
    int length = Evaluation.length(elements);
    if (position < 0 || position >= length) {
      throw Refusal.whole("Index " + position + " out of bounds for length " + length);
    }
    return Evaluation.element(elements, position);
  }

  private int position(Environment environment) {
    if (!index.isReference()) {
      return index.asInt(environment);
    }
    Object value = index.value(environment);
    Kind kind = value == null ? null : Kind.ofBox(value.getClass());
    if (kind == null || !kind.isIntegral() || kind == Kind.LONG) {
      throw Refusal.whole("an index is int, not " + (value == null ? "null" : "an object"));
    }
    return Numbers.toInt(value);
  }

  @Override
  Term term() {
    Term elements = array.term();
    Term position = index.term();
    boolean known = elements.isKnown() && elements.descriptor().startsWith("[");
    return known && position.isKnown() && !index.isReference()
        ? new Term.Element(elements, position)
        : Term.Unknown.INSTANCE;
  }
}
