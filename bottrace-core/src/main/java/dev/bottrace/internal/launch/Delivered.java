package dev.bottrace.internal.launch;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The classes that are being defined with their probes, by thread: while one is, agents that are
 * asked about it may have others loaded.
 */
final class Delivered {
  /** Those that come before our agent does are never taken out. */
  private static final int MOST = 32;

  private final ThreadLocal<Deque<String>> latest = ThreadLocal.withInitial(ArrayDeque::new);

  void add(String internalName) {
    Deque<String> names = latest.get();
    if (names.size() == MOST) {
      names.removeLast();
    }
    names.push(internalName);
  }

  /** Takes a class out, and those that came after it; returns false if it is not there. */
  boolean remove(String internalName) {
    Deque<String> names = latest.get();
    if (!names.contains(internalName)) {
      return false;
    }
    while (!names.pop().equals(internalName)) {
      // those that came after it have ended before it
    }
    return true;
  }
}
