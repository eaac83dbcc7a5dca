package dev.bottrace.trace;

/** What can be recorded of a run, each only if it was asked for. */
public enum RecordedPart {
  /** Calls and returns. */
  CALLS("calls and returns were", "calls()"),
  /** How often each method was called. */
  CALL_COUNTS("calls were neither counted nor", "callCounts() or .calls()"),
  /** The arguments of calls. */
  ARGUMENTS("arguments were", "args()"),
  /** What methods returned. */
  RETURNS("returned values were", "returns()"),
  /** Where tasks were handed over. */
  ORIGINS("origins of tasks were", "async()"),
  /** What breakpoints saw. */
  SNAPSHOTS("snapshots were", "breakpoint(...)"),
  /** The exceptions that nobody caught. */
  EXCEPTIONS("uncaught exceptions were", "onException(OnException.SNAPSHOT)");

  private final String subject;
  private final String option;

  RecordedPart(String subject, String option) {
    this.subject = subject;
    this.option = option;
  }

  /** Refuses a question that can't be answered. */
  void requireIn(TraceRecording recording) {
    if (!recording.holds(this)) {
      throw missing();
    }
  }

  /** Says what to add to get it. */
  IllegalStateException missing() {
    String not = this == CALL_COUNTS ? " recorded" : " not recorded";
    return new IllegalStateException(subject + not + ": add ." + option + " to the request");
  }
}
