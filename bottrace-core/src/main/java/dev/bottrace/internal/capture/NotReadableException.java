package dev.bottrace.internal.capture;

/** The JVM does not let something be read, or only code of the program could read it. */
final class NotReadableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotReadableException() {
    super("not readable", null, false, false);
  }
}
