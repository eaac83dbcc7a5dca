package dev.bottrace.runtime;

import org.jspecify.annotations.Nullable;

/**
 * What the variables of one call hold at the moment: instrumented code copies each value here when
 * it stores it. Used by the thread of the call alone, and again for later calls of the same depth.
 */
public final class LocalsFrame {
  /** Values of reference types, by slot of the variable. */
  public @Nullable Object[] references;

  /**
   * Values of primitive types as bits, by slot of the variable plus one; before them stands the
   * number of the stretch of code that the call is in, which tells the variables that exist there.
   */
  public long[] bits;

  /** Id of the method. */
  public int method;

  /** How many slots it uses. */
  public int slots;

  /**
   * Makes a frame.
   *
   * @param slots how many variables it has room for
   */
  public LocalsFrame(int slots) {
    references = new Object[slots];
    bits = new long[slots + 1];
  }
}
