package dev.bottrace.internal.instrument;

import dev.bottrace.option.TraceOptions;

/** Which probes traced methods get. */
public enum Probing {
  /** None. */
  NONE,
  /** One at the entry. */
  ENTRIES,
  /** At the entry and at each exit. */
  CALLS;

  /**
   * Returns the probes that a recording needs.
   *
   * @param options what it records
   * @return the least that do
   */
  public static Probing of(TraceOptions options) {
    boolean bounded = options.bounds().maxDepth() != Integer.MAX_VALUE;
    if (options.calls()
        || (options.callCounts() && (bounded || options.state().takesSnapshots()))
        || options.state().uncaught()
        || options.state().followsLocals()) {
      return CALLS;
    }
    return options.callCounts() ? ENTRIES : NONE;
  }
}
