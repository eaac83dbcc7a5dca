package dev.bottrace.internal.capture;

import dev.bottrace.trace.CapturedValue;

/**
 * Captures objects that nothing else is in.
 *
 * @param capture what to do
 * @param hasStableHash whether their hash code depends on nothing but their content
 */
record ValueForm(Form capture, boolean hasStableHash) implements Form {
  @Override
  public CapturedValue capture(Object value, Walk walk) {
    return capture.capture(value, walk);
  }
}
