package dev.bottrace.internal.watch;

/** A part of an expression that is bound to code only, and can't be evaluated. */
final class CodeNode extends Node {
  /** What only an evaluation can tell; it may turn out to be of any type. */
  static final CodeNode UNKNOWN = new CodeNode(Object.class, Term.Unknown.INSTANCE);

  private final Term term;

  CodeNode(Class<?> type, Term term) {
    super(type);
    this.term = term;
  }

  @Override
  Object value(Environment environment) {
    throw new IllegalStateException(term.toString());
  }

  @Override
  Term term() {
    return term;
  }
}
