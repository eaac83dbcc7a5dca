package dev.bottrace.internal.launch;

/** Ends the thread of a program that exits, inside a JVM that goes on. */
final class ProgramExit extends Error {
  private static final long serialVersionUID = 1L;

  ProgramExit(int status) {
    super("the program exits with " + status, null, false, false);
  }
}
