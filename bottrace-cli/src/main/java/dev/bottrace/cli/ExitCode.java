package dev.bottrace.cli;

/** Exit codes of our own, beside those of programs. */
final class ExitCode {
  /** All went well. */
  static final int OK = 0;

  /** bottrace could not do as it was told. */
  static final int FAILED = 125;

  /** The program is there, but can't be run. */
  static final int NOT_RUNNABLE = 126;

  /** There is no such program. */
  static final int NOT_FOUND = 127;

  private ExitCode() {}
}
