package dev.bottrace.option;

/** Says in one line why a program could not be started. */
public final class ProgramNotRunnableException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Whether it is there at all. */
  private final boolean found;

  /**
   * Makes the exception.
   *
   * @param found whether the program is there, and just can't be run
   * @param message what is wrong, where, and what to do; for sources that do not compile, what the
   *     compiler printed
   */
  public ProgramNotRunnableException(boolean found, String message) {
    super(message);
    this.found = found;
  }

  /**
   * Tells the two kinds apart.
   *
   * @return whether the program is there, and just can't be run
   */
  public boolean found() {
    return found;
  }
}
