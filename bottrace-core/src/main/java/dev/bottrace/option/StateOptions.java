package dev.bottrace.option;

import java.util.ArrayList;
import java.util.List;

/**
 * Which state of the program to capture, where, and how much of it. Immutable: each method with an
 * argument or in the imperative returns a changed copy.
 *
 * @param breakpoints where
 * @param watches expressions evaluated at each breakpoint
 * @param snapshots how many are taken, of all breakpoints together; at least 0
 * @param uncaught whether exceptions that nobody catches are captured
 * @param locals whether the variables of all traced frames are captured, not only those of the
 *     innermost one at a breakpoint
 * @param arguments whether calls are recorded with their arguments
 * @param returns whether returns are recorded with their values
 * @param limits how much of a value
 * @param redaction whose values are not shown
 */
public record StateOptions(
    List<Breakpoint> breakpoints,
    List<String> watches,
    long snapshots,
    boolean uncaught,
    boolean locals,
    boolean arguments,
    boolean returns,
    Limits limits,
    Redaction redaction) {
  /** Nothing captured, no bound on snapshots. */
  public static final StateOptions NONE =
      new StateOptions(
          List.of(),
          List.of(),
          Long.MAX_VALUE,
          false,
          false,
          false,
          false,
          Limits.DEFAULT,
          Redaction.DEFAULT);

  /**
   * Checks the values.
   *
   * @param breakpoints where
   * @param watches expressions evaluated at each breakpoint
   * @param snapshots 0 or more
   * @param uncaught whether exceptions that nobody catches are captured
   * @param locals whether the variables of all traced frames are captured
   * @param arguments whether calls are recorded with their arguments
   * @param returns whether returns are recorded with their values
   * @param limits how much of a value
   * @param redaction whose values are not shown
   * @throws IllegalArgumentException if {@code snapshots} is negative
   */
  public StateOptions {
    if (snapshots < 0) {
      throw new OptionValueException("snapshots", "must be 0 or more, not " + snapshots);
    }
    breakpoints = List.copyOf(breakpoints);
    watches = List.copyOf(watches);
  }

  /**
   * Tells whether the variables of frames have to be at hand while their callees run.
   *
   * @return whether {@link #locals} has a use
   */
  public boolean followsLocals() {
    return locals && (uncaught || !breakpoints.isEmpty());
  }

  /**
   * Tells whether there is anything to capture.
   *
   * @return whether a snapshot could be taken
   */
  public boolean takesSnapshots() {
    return uncaught || !breakpoints.isEmpty();
  }

  /**
   * Adds a breakpoint.
   *
   * @param breakpoint where and when
   * @return the changed copy
   */
  public StateOptions withBreakpoint(Breakpoint breakpoint) {
    List<Breakpoint> more = new ArrayList<>(breakpoints);
    more.add(breakpoint);
    return new StateOptions(
        more, watches, snapshots, uncaught, locals, arguments, returns, limits, redaction);
  }

  /**
   * Adds an expression.
   *
   * @param expression evaluated at each breakpoint
   * @return the changed copy
   */
  public StateOptions withWatch(String expression) {
    List<String> more = new ArrayList<>(watches);
    more.add(expression);
    return new StateOptions(
        breakpoints, more, snapshots, uncaught, locals, arguments, returns, limits, redaction);
  }

  /**
   * Bounds the snapshots.
   *
   * @param most how many, at least 0
   * @return the changed copy
   * @throws IllegalArgumentException if negative
   */
  public StateOptions withSnapshots(long most) {
    return new StateOptions(
        breakpoints, watches, most, uncaught, locals, arguments, returns, limits, redaction);
  }

  /**
   * Captures exceptions that nobody catches.
   *
   * @return the changed copy
   */
  public StateOptions withUncaught() {
    return new StateOptions(
        breakpoints, watches, snapshots, true, locals, arguments, returns, limits, redaction);
  }

  /**
   * Captures the variables of all traced frames.
   *
   * @return the changed copy
   */
  public StateOptions withLocals() {
    return new StateOptions(
        breakpoints, watches, snapshots, uncaught, true, arguments, returns, limits, redaction);
  }

  /**
   * Records arguments with calls.
   *
   * @return the changed copy
   */
  public StateOptions withArguments() {
    return new StateOptions(
        breakpoints, watches, snapshots, uncaught, locals, true, returns, limits, redaction);
  }

  /**
   * Records values with returns.
   *
   * @return the changed copy
   */
  public StateOptions withReturns() {
    return new StateOptions(
        breakpoints, watches, snapshots, uncaught, locals, arguments, true, limits, redaction);
  }

  /**
   * Changes how much of a value is captured.
   *
   * @param changed the limits
   * @return the changed copy
   */
  public StateOptions withLimits(Limits changed) {
    return new StateOptions(
        breakpoints, watches, snapshots, uncaught, locals, arguments, returns, changed, redaction);
  }

  /**
   * Changes whose values are not shown.
   *
   * @param changed the names
   * @return the changed copy
   */
  public StateOptions withRedaction(Redaction changed) {
    return new StateOptions(
        breakpoints, watches, snapshots, uncaught, locals, arguments, returns, limits, changed);
  }
}
