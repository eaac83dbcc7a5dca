package dev.bottrace.cli;

/** Says what is wrong with the arguments: in one line, or with more that show where. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  private static final String VERSION = "--version";

  private final boolean asksForVersion;

  UsageException(String message) {
    this(message, false);
  }

  private UsageException(String message, boolean asksForVersion) {
    super(message);
    this.asksForVersion = asksForVersion;
  }

  /**
   * Makes one for an option that a command does not have.
   *
   * @param option as written
   * @param advice what to do about it, with its separator
   */
  static UsageException unknown(String option, String advice) {
    return new UsageException("unknown option " + option + advice, option.equals(VERSION));
  }

  /**
   * Tells whether the option is that of all commands. Which of the arguments are options, and not
   * of a program, each command knows for itself.
   */
  boolean asksForVersion() {
    return asksForVersion;
  }
}
