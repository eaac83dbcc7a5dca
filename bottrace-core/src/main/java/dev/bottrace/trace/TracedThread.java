package dev.bottrace.trace;

/**
 * A thread that called a traced method. Immutable.
 *
 * @param index number of the thread in its trace, from 0, in the order of first events
 * @param name what it was called at its first event; {@code virtual-N} for the N-th virtual thread
 *     without a name
 * @param main whether it is the one that ran {@code main}
 */
public record TracedThread(int index, String name, boolean main) {
  /** Returns the name. */
  @Override
  public String toString() {
    return name;
  }
}
