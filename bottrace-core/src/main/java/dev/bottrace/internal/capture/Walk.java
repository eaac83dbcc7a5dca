package dev.bottrace.internal.capture;

import dev.bottrace.option.Limits;
import dev.bottrace.trace.CapturedValue;
import dev.bottrace.trace.CapturedValue.NotCaptured;
import dev.bottrace.trace.CapturedValue.Plain;
import dev.bottrace.trace.CapturedValue.Text;
import dev.bottrace.trace.CapturedVariable;
import dev.bottrace.trace.NotCapturedReason;
import org.jspecify.annotations.Nullable;

/** The way through one value: where it is, and what it has seen. */
final class Walk {
  private static final NotCaptured REDACTED = new NotCaptured(NotCapturedReason.REDACTED, "");

  /** How deep the lines go by which elements are brought into an order. */
  private static final int SORT_DEPTH = 4;

  private final Limits limits;
  private final HiddenNames hidden;
  private final Budget budget;
  private final Budget sorting;
  private final int deepest;
  private int depth;
  private @Nullable SeenObjects seen;

  /**
   * Begins at a value.
   *
   * @param budget for what is shown
   * @param sorting for what is looked at to bring elements into an order
   * @param deepest how many levels are shown
   */
  Walk(Limits limits, HiddenNames hidden, Budget budget, Budget sorting, int deepest) {
    this.limits = limits;
    this.hidden = hidden;
    this.budget = budget;
    this.sorting = sorting;
    this.deepest = deepest;
  }

  Limits limits() {
    return limits;
  }

  /** Takes one value from the budget; returns false if it is used up. */
  boolean take() {
    return budget.take();
  }

  CapturedValue value(@Nullable Object value) {
    return value == null ? Plain.NULL : Forms.of(value.getClass()).capture(value, this);
  }

  boolean hides(String name) {
    return hidden.hides(name);
  }

  CapturedVariable redacted(String name) {
    return new CapturedVariable(name, REDACTED);
  }

  /** Captures what a key leads to, unless the key is the name of a secret. */
  CapturedValue valueOf(@Nullable Object key, @Nullable Object value) {
    return key instanceof String name && hides(name) ? REDACTED : value(value);
  }

  Text text(CharSequence characters) {
    int length = characters.length();
    int kept = Math.min(length, limits.characters());
    if (kept > 0 && kept < length && Character.isHighSurrogate(characters.charAt(kept - 1))) {
      kept--; // half a character
    }
    return new Text(characters.subSequence(0, kept).toString(), length);
  }

  /** Returns the number of an object that was seen before, else 0. */
  int numberOf(Object value) {
    return seen == null ? 0 : seen.numberOf(value);
  }

  boolean isDeepest() {
    return depth >= deepest;
  }

  /** Goes into an object; returns how many were seen before it. */
  int enter(Object value) {
    SeenObjects all = seen();
    int before = all.count();
    all.add(value);
    depth++;
    return before;
  }

  void leave() {
    depth--;
  }

  /** Forgets what was seen in an object of which nothing is shown after all. */
  void forget(int before) {
    seen().truncate(before);
  }

  private SeenObjects seen() {
    if (seen == null) {
      seen = new SeenObjects();
    }
    return seen;
  }

  /** Returns a line that is the same in each run, whatever this walk has seen so far. */
  String line(@Nullable Object value) {
    int levels = Math.min(SORT_DEPTH, deepest - depth);
    return sorting.take()
        ? new Walk(limits, hidden, sorting, sorting, levels).value(value).toString()
        : "";
  }
}
