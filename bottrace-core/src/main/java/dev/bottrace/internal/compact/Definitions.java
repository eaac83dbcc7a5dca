package dev.bottrace.internal.compact;

import dev.bottrace.trace.TracedThread;
import java.io.IOException;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Defines methods, exception names and threads, each before it is first used: all up to an id, or
 * only those that are met.
 */
final class Definitions {
  /** How many methods were defined, where that is all up to an id. */
  int methods;

  private int exceptionNames;

  /** Which methods and exceptions were defined, where that is not all up to an id. */
  private final @Nullable BitSet sparseMethods;

  private final BitSet sparseExceptions = new BitSet();

  /** Which threads the chunk at hand defines, where each chunk defines all that it needs. */
  private final @Nullable BitSet threadsOfChunk;

  private final AsideEncoder asides;

  /**
   * Notes that nothing was defined so far.
   *
   * @param asides take definitions
   * @param sparse whether only what is met is defined
   * @param whole whether each chunk defines what it needs; that is sparse
   */
  Definitions(AsideEncoder asides, boolean sparse, boolean whole) {
    this.asides = asides;
    this.sparseMethods = sparse ? new BitSet() : null;
    this.threadsOfChunk = whole ? new BitSet() : null;
  }

  /** Tells whether each chunk defines what it needs, threads too. */
  boolean ofEachChunk() {
    return threadsOfChunk != null;
  }

  /** Begins a chunk that knows nothing of those before it. */
  void clear() {
    if (threadsOfChunk != null) {
      threadsOfChunk.clear();
    }
    sparseExceptions.clear();
    if (sparseMethods != null) {
      sparseMethods.clear();
    }
  }

  /** Defines a thread in the chunk at hand, where each chunk does that, unless it was done. */
  void define(TracedThread traced) throws IOException {
    if (threadsOfChunk != null && !threadsOfChunk.get(traced.index())) {
      asides.define(traced);
      threadsOfChunk.set(traced.index());
    }
  }

  /** Tells whether the event of a code can be taken. */
  boolean isDefined(int code) {
    return switch (EventCode.kind(code)) {
      case EventCode.CALL ->
          sparseMethods == null
              ? EventCode.payload(code) < methods
              : sparseMethods.get(EventCode.payload(code));
      case EventCode.RETURN -> true;
      case EventCode.THROWN ->
          sparseMethods == null
              ? EventCode.payload(code) < exceptionNames
              : sparseExceptions.get(EventCode.payload(code));
      default -> false;
    };
  }

  /** Defines what an event is of, unless that was done: all up to that id, or that one alone. */
  void define(int code, EventNames names) throws IOException {
    int id = EventCode.payload(code);
    if (sparseMethods != null) {
      defineAlone(code, id, names, sparseMethods);
    } else if (EventCode.kind(code) == EventCode.CALL) {
      for (; methods <= id; methods++) {
        asides.define(names.method(methods));
      }
    } else if (EventCode.kind(code) == EventCode.THROWN) {
      for (; exceptionNames <= id; exceptionNames++) {
        asides.define(exceptionNames, names.exceptionName(exceptionNames));
      }
    }
  }

  private void defineAlone(int code, int id, EventNames names, BitSet defined) throws IOException {
    if (EventCode.kind(code) == EventCode.CALL && !defined.get(id)) {
      asides.define(names.method(id));
      defined.set(id);
    } else if (EventCode.kind(code) == EventCode.THROWN && !sparseExceptions.get(id)) {
      asides.define(id, names.exceptionName(id));
      sparseExceptions.set(id);
    }
  }
}
