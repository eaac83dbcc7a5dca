package dev.bottrace.internal.watch;

import dev.bottrace.internal.code.Refusal;
import org.jspecify.annotations.Nullable;

/** The primitive value in a box, which must not be null. */
final class Unboxing extends Node {
  private final Node box;

  private Unboxing(Kind kind, Node box) {
    super(kind.type());
    this.box = box;
  }

  /** Returns the node itself if its type is primitive or no box. */
  static Node of(Node node) {
    Kind kind = Kind.ofBox(node.type());
    return kind == null ? node : new Unboxing(kind, node);
  }

  @Override
  @Nullable Object value(Environment environment) {
    Object value = box.value(environment);
    if (value == null) {
      throw Refusal.whole("null cannot be converted to " + type().getName());
    }
    return value;
  }

  @Override
  Term term() {
    Term object = box.term();
    return object.isKnown()
        ? new Term.Unboxed(object, type().descriptorString())
        : Term.Unknown.INSTANCE;
  }
}
