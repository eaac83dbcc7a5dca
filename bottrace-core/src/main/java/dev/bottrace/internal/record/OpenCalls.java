package dev.bottrace.internal.record;

import java.util.Arrays;

/** The methods of the open calls of a thread, outermost first. */
final class OpenCalls {
  private int[] methods = new int[16];
  private int size;

  int size() {
    return size;
  }

  /** Makes sure that the next push needs no memory. */
  void reserve() {
    if (size == methods.length) {
      methods = Arrays.copyOf(methods, 2 * size);
    }
  }

  void push(int method) {
    methods[size++] = method;
  }

  int innermost() {
    return methods[size - 1];
  }

  void pop() {
    size--;
  }
}
