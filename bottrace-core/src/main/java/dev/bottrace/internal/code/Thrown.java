package dev.bottrace.internal.code;

/** Carries an exception that the evaluated code has thrown to the handler that catches it. */
public final class Thrown extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Object exception;

  Thrown(Object exception) {
    super(null, null, false, false);
    this.exception = exception;
  }

  /** Returns the exception, a throwable or a virtual object of such a class. */
  Object exception() {
    return exception;
  }
}
