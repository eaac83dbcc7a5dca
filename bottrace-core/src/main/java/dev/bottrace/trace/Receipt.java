package dev.bottrace.trace;

import java.util.Locale;

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
    /** A prefix of what is called from traced code. */
    CALLS_TO,
    /** An expression to evaluate at breakpoints. */
    WATCH
  }

  /**
   * Returns kind, subject and reason, as in {@code breakpoint Core.java:41: no code on this line}.
   */
  @Override
  public String toString() {
    String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return name + ' ' + subject + ": " + reason;
  }
}
