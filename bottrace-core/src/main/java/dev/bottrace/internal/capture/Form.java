package dev.bottrace.internal.capture;

import dev.bottrace.trace.CapturedValue;

/** How objects of one class are captured. */
interface Form {
  /** Captures an object of the class; runs no code of the program. */
  CapturedValue capture(Object value, Walk walk);

  /** Tells whether its hash code depends on nothing but its content, so that its order is kept. */
  default boolean hasStableHash() {
    return false;
  }
}
