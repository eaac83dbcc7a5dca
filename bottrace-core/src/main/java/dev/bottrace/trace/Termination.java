package dev.bottrace.trace;

import org.jspecify.annotations.Nullable;

/**
 * How a program ended. Immutable.
 *
 * @param kind in which way
 * @param exitCode what {@code java} would have ended with: the program's own code, 1 after an
 *     uncaught exception in main, 124 after a timeout
 * @param uncaught the exception that left {@code main}; null if none did
 * @param stacks of a timeout, where each thread was, one line each and in the form of the command
 *     line; empty otherwise
 */
public record Termination(Kind kind, int exitCode, @Nullable Throwable uncaught, String stacks) {
  /** The exit code of a timeout. */
  public static final int TIMEOUT = 124;

  /** The ways to end. */
  public enum Kind {
    /** {@code main} returned, and no non-daemon thread is left. */
    RETURNED,
    /** {@code System.exit}, {@code Runtime.exit} or {@code Runtime.halt} was called. */
    EXITED,
    /** An exception left {@code main}. */
    UNCAUGHT,
    /** The time was over. */
    TIMED_OUT,
    /** The recording was stopped, or goes on; the program did not end. */
    STOPPED
  }
}
