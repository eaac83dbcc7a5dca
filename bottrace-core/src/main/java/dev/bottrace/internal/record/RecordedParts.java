package dev.bottrace.internal.record;

import dev.bottrace.option.StateOptions;
import dev.bottrace.option.TraceOptions;
import dev.bottrace.trace.RecordedPart;
import dev.bottrace.trace.RecordedScope;
import java.util.EnumSet;
import java.util.Set;

/** What options ask for, as traces name it. */
public final class RecordedParts {
  private RecordedParts() {}

  /**
   * Names what options ask for.
   *
   * @param options what to record
   * @return which parts of a trace are recorded with them, of which code
   */
  public static RecordedScope of(TraceOptions options) {
    StateOptions state = options.state();
    Set<RecordedPart> parts = EnumSet.noneOf(RecordedPart.class);
    add(parts, RecordedPart.CALLS, options.calls());
    add(parts, RecordedPart.CALL_COUNTS, options.callCounts());
    add(parts, RecordedPart.ARGUMENTS, state.arguments());
    add(parts, RecordedPart.RETURNS, state.returns());
    add(parts, RecordedPart.SNAPSHOTS, !state.breakpoints().isEmpty());
    add(parts, RecordedPart.EXCEPTIONS, state.uncaught());
    return new RecordedScope(parts, options.scope().includes(), options.scope().excludes());
  }

  private static void add(Set<RecordedPart> parts, RecordedPart part, boolean asked) {
    if (asked) {
      parts.add(part);
    }
  }
}
