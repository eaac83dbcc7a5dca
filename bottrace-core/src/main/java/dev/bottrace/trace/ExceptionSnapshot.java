package dev.bottrace.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exception that nobody caught, or what it carries along. Immutable.
 *
 * @param type binary name of its class
 * @param message its message; null if it has none
 * @param thread name of the thread that it ended
 * @param stack from where it was thrown outwards; the locals of a frame are as they were when the
 *     exception left it
 * @param cause what it was caused by; null if nothing
 * @param suppressed what it suppressed, in that order
 * @param note what was left out and why; null if nothing was
 */
public record ExceptionSnapshot(
    String type,
    @Nullable String message,
    String thread,
    List<FrameSnapshot> stack,
    @Nullable ExceptionSnapshot cause,
    List<ExceptionSnapshot> suppressed,
    @Nullable String note) {}
