package dev.bottrace.runtime;

/** Ends the thread of a program that exits, inside a JVM that goes on. */
public final class ProgramExit extends Error {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the error, without a stack trace.
   *
   * @param status the exit code
   */
  public ProgramExit(int status) {
    super("the program exits with " + status, null, false, false);
  }
}
