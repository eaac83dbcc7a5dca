package dev.bottrace.internal.record;

import org.jspecify.annotations.Nullable;

/**
 * Memory that is kept for when there is none left: given back to the heap, it is room for the few
 * small objects that it takes to hand events on, or to say why that failed. Not safe for use by
 * several threads at a time.
 */
final class Reserve {
  private static final int BYTES = 1 << 16;

  private byte @Nullable [] room = new byte[BYTES];

  /** Gives the memory back; returns false if there was none. */
  boolean release() {
    boolean released = room != null;
    room = null;
    return released;
  }

  /** Keeps some again, if there is any. */
  void restore() {
    if (room == null) {
      try {
        room = new byte[BYTES];
      } catch (OutOfMemoryError e) {
        return; // next time
      }
    }
  }
}
