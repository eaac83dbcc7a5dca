package dev.bottrace.internal.symbol;

import dev.bottrace.trace.TracedMethod;
import java.util.ArrayList;
import java.util.List;

/**
 * The ids of one class's methods, for a class that may be instrumented again: the same methods keep
 * theirs, and are not taken for others. Safe for use by any number of threads.
 */
public final class ClassIds {
  private final List<Integer> firstIds = new ArrayList<>(1);

  /** Makes one for a class that has no ids yet. */
  public ClassIds() {}

  /**
   * Finds the ids of methods, or gives them some.
   *
   * @param symbols gives ids
   * @param methods in the order of the class file; their ids are not used
   * @return the first id; the others follow it
   */
  public synchronized int define(SymbolTable symbols, List<TracedMethod> methods) {
    for (int first : firstIds) {
      if (symbols.areAt(first, methods)) {
        return first;
      }
    }
    int first = symbols.define(methods);
    firstIds.add(first);
    return first;
  }
}
