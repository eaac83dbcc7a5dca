package dev.bottrace.internal.watch;

/** A number as one of another type. */
final class CastNode extends Node {
  private final Kind kind;
  private final Node operand;

  /** The operand is of a primitive type. */
  CastNode(Kind kind, Node operand) {
    super(kind.type());
    this.kind = kind;
    this.operand = operand;
  }

  @Override
  Object value(Environment environment) {
    return Numbers.box(kind, operand, environment);
  }

  @Override
  Term term() {
    Term value = operand.term();
    return value.isKnown()
        ? new Term.Converted(value, kind.type().descriptorString())
        : Term.Unknown.INSTANCE;
  }
}
