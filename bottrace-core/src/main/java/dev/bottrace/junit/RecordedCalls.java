package dev.bottrace.junit;

/**
 * What ran before a test failed: an exception because that is what all that show failures show, in
 * consoles, reports and IDEs.
 */
final class RecordedCalls extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception without stack trace.
   *
   * @param calls several lines
   */
  RecordedCalls(String calls) {
    super(calls, null, false, false);
  }
}
