package dev.bottrace.trace;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Methods by their ids. */
final class MethodTable {
  private @Nullable TracedMethod[] methods = new TracedMethod[64];

  /** Remembers a method; returns its id. */
  int put(TracedMethod method) {
    int id = method.id();
    if (id >= methods.length) {
      methods = Arrays.copyOf(methods, Math.max(2 * methods.length, id + 1));
    }
    methods[id] = method;
    return id;
  }

  TracedMethod get(int id) {
    return Objects.requireNonNull(methods[id]);
  }
}
