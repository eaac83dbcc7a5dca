package dev.bottrace.cli;

/** Says in one line what is wrong with the arguments. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
