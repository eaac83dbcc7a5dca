package dev.bottrace.option;

/**
 * Says in one line why an option does not take a value. The message names the option as methods do,
 * {@code maxDepth}; who knows it by another name has {@link #problem} alone.
 */
public final class OptionValueException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** What is said of the option. */
  private final String problem;

  /**
   * Makes the exception.
   *
   * @param option name of the method that was given the value
   * @param problem what is said of it, as in {@code must be 1 or more, not 0}
   */
  public OptionValueException(String option, String problem) {
    super(option + ' ' + problem);
    this.problem = problem;
  }

  /**
   * Returns the message without the name of the option.
   *
   * @return as in {@code must be 1 or more, not 0}
   */
  public String problem() {
    return problem;
  }
}
