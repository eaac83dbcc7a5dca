package dev.bottrace.option;

import java.time.Duration;

/**
 * What to record of a run, and how much of it. Immutable: each method with an argument or in the
 * imperative returns a changed copy.
 *
 * @param calls whether each call and each return is recorded
 * @param callCounts whether calls are counted
 * @param top how many rows a written summary of counts has; 0 is all
 * @param scope which code is traced
 * @param bounds where tracing stops
 * @param state which values are captured, and where
 * @param captureOutput whether what a program inside a host prints is kept
 * @param async whether tasks are linked to where they were handed over
 */
public record TraceOptions(
    boolean calls,
    boolean callCounts,
    int top,
    Scope scope,
    Bounds bounds,
    StateOptions state,
    boolean captureOutput,
    boolean async) {
  /** Rows of the summary of counts unless told otherwise. */
  public static final int DEFAULT_TOP = 10;

  /** Nothing recorded, the program's own code, no bounds. */
  public static final TraceOptions DEFAULT =
      new TraceOptions(
          false, false, DEFAULT_TOP, Scope.DEFAULT, Bounds.NONE, StateOptions.NONE, false, false);

  /**
   * Checks the values.
   *
   * @param calls whether each call and each return is recorded
   * @param callCounts whether calls are counted
   * @param top 0 or more
   * @param scope which code is traced
   * @param bounds where tracing stops
   * @param state which values are captured, and where
   * @param captureOutput whether what a program inside a host prints is kept
   * @param async whether tasks are linked to where they were handed over
   * @throws IllegalArgumentException if {@code top} is negative
   */
  public TraceOptions {
    if (top < 0) {
      throw new OptionValueException("top", "must be 0 (all) or more, not " + top);
    }
  }

  /**
   * Tells whether anything is to be seen of the program.
   *
   * @return whether code has to be instrumented for these options
   */
  public boolean observes() {
    return calls || callCounts || state.takesSnapshots();
  }

  /**
   * Records each call and each return.
   *
   * @return the changed copy
   */
  public TraceOptions withCalls() {
    return new TraceOptions(true, callCounts, top, scope, bounds, state, captureOutput, async);
  }

  /**
   * Counts calls.
   *
   * @return the changed copy
   */
  public TraceOptions withCallCounts() {
    return new TraceOptions(calls, true, top, scope, bounds, state, captureOutput, async);
  }

  /**
   * Sets the rows of a written summary of counts.
   *
   * @param rows how many; 0 is all
   * @return the changed copy
   * @throws IllegalArgumentException if negative
   */
  public TraceOptions withTop(int rows) {
    return new TraceOptions(calls, callCounts, rows, scope, bounds, state, captureOutput, async);
  }

  /**
   * Leaves out the bodies of lambda expressions.
   *
   * @return the changed copy
   */
  public TraceOptions withoutLambdas() {
    return withScope(scope.withoutLambdas());
  }

  /**
   * Adds to what is traced, in place of the default.
   *
   * @param prefix a package, class or source path
   * @return the changed copy
   * @throws IllegalArgumentException if it is not one
   */
  public TraceOptions withInclude(String prefix) {
    return withScope(scope.include(prefix));
  }

  /**
   * Takes away from what is traced.
   *
   * @param prefix a package, class or source path
   * @return the changed copy
   * @throws IllegalArgumentException if it is not one
   */
  public TraceOptions withExclude(String prefix) {
    return withScope(scope.exclude(prefix));
  }

  /**
   * Records calls from traced code into code that is not traced.
   *
   * @param prefix a package, class or source path
   * @return the changed copy
   * @throws IllegalArgumentException if it is not one
   */
  public TraceOptions withCallsTo(String prefix) {
    return withScope(scope.callsTo(prefix));
  }

  /**
   * Tells whether calls of code that is not traced are recorded.
   *
   * @return whether there is a prefix of such code, and calls are recorded or counted at all
   */
  public boolean recordsCallsTo() {
    return !scope.callsTo().isEmpty() && (calls || callCounts);
  }

  /**
   * Records only the outermost levels of traced calls.
   *
   * @param levels how many, at least 1
   * @return the changed copy
   * @throws IllegalArgumentException if less than 1
   */
  public TraceOptions withMaxDepth(int levels) {
    return withBounds(new Bounds(levels, bounds.maxEvents(), bounds.timeout()));
  }

  /**
   * Stops tracing after a number of events.
   *
   * @param events how many, at least 0
   * @return the changed copy
   * @throws IllegalArgumentException if negative
   */
  public TraceOptions withMaxEvents(long events) {
    return withBounds(new Bounds(bounds.maxDepth(), events, bounds.timeout()));
  }

  /**
   * Ends the program after a time.
   *
   * @param time how long, more than zero and at most 36,500 days
   * @return the changed copy
   * @throws IllegalArgumentException if out of these bounds
   */
  public TraceOptions withTimeout(Duration time) {
    return withBounds(new Bounds(bounds.maxDepth(), bounds.maxEvents(), time));
  }

  /**
   * Changes which values are captured.
   *
   * @param changed which, and where
   * @return the changed copy
   */
  public TraceOptions withState(StateOptions changed) {
    return new TraceOptions(calls, callCounts, top, scope, bounds, changed, captureOutput, async);
  }

  /**
   * Keeps what a program inside a host prints.
   *
   * @return the changed copy
   */
  public TraceOptions withCapturedOutput() {
    return new TraceOptions(calls, callCounts, top, scope, bounds, state, true, async);
  }

  /**
   * Links tasks to where they were handed over.
   *
   * @return the changed copy
   */
  public TraceOptions withAsync() {
    return new TraceOptions(calls, callCounts, top, scope, bounds, state, captureOutput, true);
  }

  private TraceOptions withScope(Scope changed) {
    return new TraceOptions(calls, callCounts, top, changed, bounds, state, captureOutput, async);
  }

  private TraceOptions withBounds(Bounds changed) {
    return new TraceOptions(calls, callCounts, top, scope, changed, state, captureOutput, async);
  }
}
