package dev.bottrace.cli;

/** Says what is wrong with the arguments: in one line, or with more that show where. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
