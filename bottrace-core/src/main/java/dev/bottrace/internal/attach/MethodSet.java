package dev.bottrace.internal.attach;

import java.util.Arrays;

/** Ids of methods. Grows only; to be told of a method before the method runs. */
final class MethodSet {
  /** What has no method. */
  static final MethodSet NONE = new MethodSet();

  private volatile boolean[] members = {};

  boolean contains(int method) {
    boolean[] known = members;
    return method < known.length && known[method];
  }

  boolean isEmpty() {
    return members.length == 0;
  }

  synchronized void add(int method) {
    boolean[] known = members;
    if (method >= known.length) {
      known = Arrays.copyOf(known, Math.max(256, Math.max(2 * known.length, method + 1)));
      members = known;
    }
    known[method] = true;
  }
}
