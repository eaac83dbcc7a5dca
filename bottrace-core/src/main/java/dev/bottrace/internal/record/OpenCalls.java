package dev.bottrace.internal.record;

import java.util.Arrays;

/**
 * The methods of the open calls of a thread, outermost first.
 *
 * <p>Whoever shows an event adds or takes away its call after that, by the fields: one more call
 * could run out of stack, and the event would be shown again.
 */
final class OpenCalls {
  int[] methods = new int[16];
  int size;

  /** Makes sure that there is room for another one. */
  void reserve() {
    if (size == methods.length) {
      methods = Arrays.copyOf(methods, 2 * size);
    }
  }

  int innermost() {
    return methods[size - 1];
  }
}
