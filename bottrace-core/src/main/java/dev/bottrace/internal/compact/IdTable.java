package dev.bottrace.internal.compact;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What ids stand for, as far as a trace has said so yet. */
final class IdTable<T> {
  private final String kind;
  private @Nullable T[] known;

  /** Makes an empty table; the kind is for messages. */
  IdTable(String kind, IntFunction<@Nullable T[]> arrays) {
    this.kind = kind;
    this.known = arrays.apply(16);
  }

  /** Defines an id, or defines it again. */
  void put(int id, T meaning) throws MalformedTraceException {
    if (id < 0 || id >= Aside.MOST_IDS) {
      throw new MalformedTraceException("there is no " + kind + ' ' + Integer.toUnsignedString(id));
    }
    if (id >= known.length) {
      known = Arrays.copyOf(known, Math.max(2 * known.length, id + 1));
    }
    known[id] = meaning;
  }

  T get(int id) throws MalformedTraceException {
    T meaning = getOrNull(id);
    if (meaning == null) {
      throw new MalformedTraceException("there is no " + kind + ' ' + Integer.toUnsignedString(id));
    }
    return meaning;
  }

  @Nullable T getOrNull(int id) {
    return id >= 0 && id < known.length ? known[id] : null;
  }
}
