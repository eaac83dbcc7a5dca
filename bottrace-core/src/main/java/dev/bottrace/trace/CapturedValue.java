package dev.bottrace.trace;

/** A value as it was at one moment. Immutable. */
public sealed interface CapturedValue {
  /** Placeholder of a form that has yet to come. */
  record Plain(String text) implements CapturedValue {}

  /** Returns the value on one line. */
  @Override
  String toString();
}
