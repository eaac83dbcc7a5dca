package dev.bottrace.internal.capture;

import dev.bottrace.option.Limits;
import dev.bottrace.option.Redaction;

/**
 * Makes captured values of live ones, without running code of the program: no {@code toString}, no
 * iterator, no lock. Safe for use by any number of threads.
 */
public final class ValueCapturer {
  private final Limits limits;
  private final HiddenNames hidden;

  /**
   * Makes a capturer.
   *
   * @param limits how much of each value, and of all values of a snapshot, is captured
   * @param redaction what is not shown
   */
  public ValueCapturer(Limits limits, Redaction redaction) {
    this.limits = limits;
    this.hidden = new HiddenNames(redaction);
  }

  /**
   * Begins a snapshot.
   *
   * @return takes its values, all on one budget
   */
  public Capture begin() {
    return new Capture(limits, hidden);
  }
}
