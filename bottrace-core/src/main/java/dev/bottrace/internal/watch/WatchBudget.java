package dev.bottrace.internal.watch;

/**
 * How much one evaluation may do. What goes beyond is an error of the watch.
 *
 * @param steps the most bytecodes that may be interpreted, inclusive
 * @param depth the most frames of interpreted methods on top of each other, inclusive
 * @param created the most objects, array elements and characters that may be created, inclusive
 */
public record WatchBudget(int steps, int depth, int created) {
  /** 100,000 bytecodes, 100 frames, 1,000,000 objects, elements and characters. */
  public static final WatchBudget DEFAULT = new WatchBudget(100_000, 100, 1_000_000);
}
