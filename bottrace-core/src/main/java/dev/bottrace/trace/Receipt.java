package dev.bottrace.trace;

/**
 * Why something that was asked for produced nothing. Immutable.
 *
 * @param kind what was asked for
 * @param subject as it was given, as in {@code Core.java:41}
 * @param reason one line
 */
public record Receipt(Kind kind, String subject, String reason) {
  /** What can produce nothing. */
  public enum Kind {
    /** A place to capture state at. */
    BREAKPOINT,
    /** A prefix of what is traced. */
    INCLUDE,
    /** A prefix of what is not. */
    EXCLUDE,
    /** An expression to evaluate at breakpoints. */
    WATCH
  }

  /**
   * Returns kind, subject and reason, as in {@code breakpoint Core.java:41: no code on this line}.
   */
  @Override
  public String toString() {
    return kind.name().toLowerCase(java.util.Locale.ROOT) + ' ' + subject + ": " + reason;
  }
}
