package dev.bottrace.trace;

/**
 * Knows of a call how much of a path leads to it, from what it knows of its caller: one bit for
 * each step with which the path can have come to exactly this call, and one for each with which it
 * can have come to this call or to one around it.
 */
final class PathMatcher {
  private final StepTable steps;
  private final long direct;
  private final long last;

  PathMatcher(CallPath path) {
    this.steps = new StepTable(path.steps());
    this.direct = path.directSteps();
    this.last = 1L << (path.steps().size() - 1);
  }

  /** Tells whether nothing has to be known of callers. */
  boolean isOneStep() {
    return last == 1;
  }

  /**
   * Returns the steps with which the path comes to a call.
   *
   * @param callerHere those of its caller; 0 if it has none
   * @param callerAround those of its caller and all calls around that; 0 if it has none
   */
  long here(TracedMethod method, long callerHere, long callerAround) {
    return steps.of(method) & (1 | (callerHere << 1 & direct) | (callerAround << 1 & ~direct));
  }

  /** Tells whether the whole path comes to a call. */
  boolean isWhole(long here) {
    return (here & last) != 0;
  }
}
