package dev.bottrace.internal.capture;

import dev.bottrace.option.Limits;
import dev.bottrace.trace.CapturedValue;
import dev.bottrace.trace.CapturedValue.NotCaptured;
import dev.bottrace.trace.CapturedVariable;
import dev.bottrace.trace.NotCapturedReason;
import org.jspecify.annotations.Nullable;

/**
 * The values of one snapshot, which share a budget. For use by one thread.
 *
 * <p>Nothing is thrown, but for what JDKs before 20 throw into a thread that is stopped.
 */
public final class Capture {
  private static final NotCaptured USED_UP = new NotCaptured(NotCapturedReason.BUDGET, "");
  private static final NotCaptured FAILED = new NotCaptured(NotCapturedReason.NOT_READABLE, "");

  private final Limits limits;
  private final HiddenNames hidden;
  private final Budget budget;
  private final Budget sorting;

  Capture(Limits limits, HiddenNames hidden) {
    this.limits = limits;
    this.hidden = hidden;
    this.budget = new Budget(limits.budget());
    this.sorting = new Budget(limits.budget());
  }

  /**
   * Captures a value that has no name. Does not throw, not even if the stack or the heap ends.
   *
   * @param value any object, or a primitive in its box
   * @return what was captured
   */
  public CapturedValue value(@Nullable Object value) {
    try {
      return isSmall(value) || budget.take() ? walk().value(value) : USED_UP;
    } catch (Throwable e) { // whatever it was, the program must not see it
      passOnStop(e);
      return FAILED;
    }
  }

  /**
   * Captures a variable, unless its name is that of a secret. Does not throw, not even if the stack
   * or the heap ends.
   *
   * @param name as in the source
   * @param value any object, or a primitive in its box
   * @return what was captured
   */
  public CapturedVariable variable(String name, @Nullable Object value) {
    try {
      return hidden.hides(name) ? walk().redacted(name) : new CapturedVariable(name, value(value));
    } catch (Throwable e) { // as above; the name itself may be the secret's
      passOnStop(e);
      return new CapturedVariable(name, FAILED);
    }
  }

  /** Who stops a thread waits for its end. By name, as later JDKs are without the class. */
  private static void passOnStop(Throwable thrown) {
    if (thrown instanceof Error error
        && error.getClass().getName().equals("java.lang.ThreadDeath")) {
      throw error;
    }
  }

  /** Numbers, strings and the like are shown even when larger values have used up the budget. */
  private static boolean isSmall(@Nullable Object value) {
    return value == null || Forms.of(value.getClass()) instanceof ValueForm;
  }

  private Walk walk() {
    return new Walk(limits, hidden, budget, sorting, limits.depth());
  }
}
