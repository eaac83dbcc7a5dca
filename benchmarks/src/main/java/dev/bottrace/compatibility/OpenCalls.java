package dev.bottrace.compatibility;

import java.util.Arrays;

/** The calls of one thread that are open, each as a number that stands for its method. */
final class OpenCalls {
  private long[] methods = new long[64];
  private int depth;

  /** A method is called. */
  void add(long method) {
    if (depth == methods.length) {
      methods = Arrays.copyOf(methods, 2 * depth);
    }
    methods[depth++] = method;
  }

  /** The innermost call ends, if it is of that method. */
  boolean remove(long method) {
    boolean isInnermost = depth > 0 && methods[depth - 1] == method;
    if (isInnermost) {
      depth--;
    }
    return isInnermost;
  }

  /** The innermost call of a method ends, though others may be open inside it. */
  boolean removeInside(long method) {
    for (int i = depth - 1; i >= 0; i--) {
      if (methods[i] == method) {
        System.arraycopy(methods, i + 1, methods, i, depth - i - 1);
        depth--;
        return true;
      }
    }
    return false;
  }

  /** Returns how many calls are open. */
  int depth() {
    return depth;
  }
}
