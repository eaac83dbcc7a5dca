package dev.bottrace.internal.instrument;

/** A method can't have probes. */
final class UntraceableMethodException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String method;

  /**
   * Makes an exception without stack trace.
   *
   * @param method name and descriptor
   * @param reason why not, for a person to read
   */
  UntraceableMethodException(String method, String reason) {
    super(reason, null, false, false);
    this.method = method;
  }

  String method() {
    return method;
  }
}
