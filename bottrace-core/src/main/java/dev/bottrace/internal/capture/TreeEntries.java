package dev.bottrace.internal.capture;

import java.util.ArrayDeque;
import java.util.ConcurrentModificationException;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The entries of a red-black tree, from left to right; ends however broken the tree is. */
final class TreeEntries implements Iterator<Object> {
  private static final HiddenField LEFT = HiddenField.of("java.util.TreeMap$Entry", "left");
  private static final HiddenField RIGHT = HiddenField.of("java.util.TreeMap$Entry", "right");

  /** Twice the logarithm of the largest number of entries. */
  private static final int HIGHEST = 64;

  private final Deque<Object> path = new ArrayDeque<>();

  TreeEntries(@Nullable Object root) {
    descend(root);
  }

  private void descend(@Nullable Object node) {
    for (Object n = node; n != null; n = LEFT.read(n)) {
      if (path.size() > HIGHEST) {
        throw new ConcurrentModificationException("a tree with a cycle");
      }
      path.push(n);
    }
  }

  @Override
  public boolean hasNext() {
    return !path.isEmpty();
  }

  @Override
  public Object next() {
    Object current = path.pop();
    descend(RIGHT.read(current));
    return current;
  }
}
