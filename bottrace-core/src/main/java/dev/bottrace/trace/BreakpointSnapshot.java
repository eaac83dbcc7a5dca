package dev.bottrace.trace;

import java.time.Instant;
import java.util.List;

/**
 * What a breakpoint saw once. Immutable.
 *
 * @param breakpoint where it was reached: source path and line, as in {@code com/acme/Core.java:42}
 * @param timestamp when, to the millisecond
 * @param thread name of the thread
 * @param stack innermost frame first, of the program and of the JDK between frames of the program
 * @param watches one result for each watch expression, in the order in which they were given
 */
public record BreakpointSnapshot(
    String breakpoint,
    Instant timestamp,
    String thread,
    List<FrameSnapshot> stack,
    List<WatchResult> watches) {}
