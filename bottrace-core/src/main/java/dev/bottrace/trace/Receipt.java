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
    WATCH;

    /**
     * Names the option that asks for it.
     *
     * @return as on the command line, as in {@code calls-to}
     */
    public String option() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * Returns kind, subject and reason, as in {@code breakpoint Core.java:41: no code on this line}.
   */
  @Override
  public String toString() {
    return kind.option() + ' ' + subject + ": " + reason;
  }
}
