package dev.bottrace.internal.record;

import org.jspecify.annotations.Nullable;

/**
 * Memory that is kept for when there is none left: given back to the heap, it is room for the few
 * small objects that it takes to hand events on, or to say why that failed. Not safe for use by
 * several threads at a time.
 */
public final class Reserve {
  /** The G1 collector gives out regions, and makes about this many. */
  private static final int REGIONS = 2048;

  private static final int LEAST = 1 << 19;
  private static final int MOST = 1 << 24;
  private static final int HEADER = 64;

  private byte @Nullable [] room;

  /** Makes one that keeps nothing yet. */
  public Reserve() {}

  /** Keeps some memory, if there is any. Takes a while, in which it is made zero. */
  public void fill() {
    if (room == null) {
      try {
        room = new byte[size()];
      } catch (OutOfMemoryError e) {
        return; // next time
      }
    }
  }

  /** More than half a region has a region of its own, which is all that helps when it is free. */
  private static int size() {
    long region = Runtime.getRuntime().maxMemory() / REGIONS;
    return (int) Math.max(LEAST, Math.min(MOST, region)) + HEADER;
  }

  /**
   * Gives the memory back.
   *
   * @return false if there was none
   */
  public boolean release() {
    boolean released = room != null;
    room = null;
    return released;
  }
}
