package dev.bottrace.internal.record;

import dev.bottrace.option.StateOptions;
import dev.bottrace.option.TraceOptions;
import dev.bottrace.trace.RecordedPart;
import java.util.EnumSet;
import java.util.Set;

/** What options ask for, as traces name it. */
public final class RecordedParts {
  private RecordedParts() {}

  /**
   * Names what options ask for.
   *
   * @param options what to record
   * @return the parts of a trace that are recorded with them
   */
  public static Set<RecordedPart> of(TraceOptions options) {
    StateOptions state = options.state();
    Set<RecordedPart> parts = EnumSet.noneOf(RecordedPart.class);
    add(parts, RecordedPart.CALLS, options.calls());
    add(parts, RecordedPart.CALL_COUNTS, options.callCounts());
    add(parts, RecordedPart.ARGUMENTS, state.arguments());
    add(parts, RecordedPart.RETURNS, state.returns());
    add(parts, RecordedPart.SNAPSHOTS, !state.breakpoints().isEmpty());
    add(parts, RecordedPart.EXCEPTIONS, state.uncaught());
    return parts;
  }

  private static void add(Set<RecordedPart> parts, RecordedPart part, boolean asked) {
    if (asked) {
      parts.add(part);
    }
  }
}
