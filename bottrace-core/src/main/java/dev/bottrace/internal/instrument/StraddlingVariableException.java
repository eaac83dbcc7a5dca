package dev.bottrace.internal.instrument;

/** A method has a variable of two slots where those of probes would part it. */
final class StraddlingVariableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StraddlingVariableException(String method) {
    super(method, null, false, false);
  }
}
