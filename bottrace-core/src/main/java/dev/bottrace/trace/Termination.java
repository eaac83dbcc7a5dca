package dev.bottrace.trace;

import java.util.List;
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
 * @param unendedThreads names of the program's threads that go on inside the host, as nothing ends
 *     them; none in a JVM of its own
 */
public record Termination(
    Kind kind,
    int exitCode,
    @Nullable Throwable uncaught,
    String stacks,
    List<String> unendedThreads) {
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

  /**
   * Makes the end of a program of which no thread is left.
   *
   * @param kind in which way
   * @param exitCode what {@code java} would have ended with
   * @param uncaught the exception that left {@code main}; null if none did
   * @param stacks of a timeout; empty otherwise
   */
  public Termination(Kind kind, int exitCode, @Nullable Throwable uncaught, String stacks) {
    this(kind, exitCode, uncaught, stacks, List.of());
  }

  /**
   * Copies the names.
   *
   * @param kind in which way
   * @param exitCode what {@code java} would have ended with
   * @param uncaught the exception that left {@code main}; null if none did
   * @param stacks of a timeout; empty otherwise
   * @param unendedThreads names of the program's threads that go on
   */
  public Termination {
    unendedThreads = List.copyOf(unendedThreads);
  }

  /**
   * Adds threads that can't be ended.
   *
   * @param names theirs
   * @return the changed copy
   */
  public Termination withUnended(List<String> names) {
    return new Termination(kind, exitCode, uncaught, stacks, names);
  }
}
