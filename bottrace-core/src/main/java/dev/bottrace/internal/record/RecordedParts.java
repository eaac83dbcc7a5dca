package dev.bottrace.internal.record;

import dev.bottrace.option.Bounds;
import dev.bottrace.option.StateOptions;
import dev.bottrace.option.TraceOptions;
import dev.bottrace.trace.RecordedPart;
import dev.bottrace.trace.RecordedScope;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What options ask for, as traces name it. */
public final class RecordedParts {
  private RecordedParts() {}

  /**
   * Names what options ask for, and what was recorded of that.
   *
   * @param options what to record
   * @param unseen classes in scope that were not recorded
   * @param cut whether the bound on events was reached
   * @param dropped how many events were not kept
   * @return which parts of a trace are recorded with them, of which code
   */
  public static RecordedScope of(
      TraceOptions options, List<String> unseen, boolean cut, long dropped) {
    StateOptions state = options.state();
    Set<RecordedPart> parts = EnumSet.noneOf(RecordedPart.class);
    add(parts, RecordedPart.CALLS, options.calls());
    add(parts, RecordedPart.CALL_COUNTS, options.callCounts());
    add(parts, RecordedPart.ARGUMENTS, state.arguments());
    add(parts, RecordedPart.RETURNS, state.returns());
    add(parts, RecordedPart.SNAPSHOTS, !state.breakpoints().isEmpty());
    add(parts, RecordedPart.EXCEPTIONS, state.uncaught());
    return new RecordedScope(
        parts,
        options.scope().includes(),
        options.scope().excludes(),
        options.recordsCallsTo() ? options.scope().callsTo() : List.of(),
        unseen,
        cut(options.bounds(), cut),
        dropped > 0
            ? String.format(
                Locale.ROOT,
                "the first %,d events were not kept: raise keepLast(), or add callCounts()",
                dropped)
            : "");
  }

  private static String cut(Bounds bounds, boolean limitReached) {
    if (limitReached) {
      return String.format(
          Locale.ROOT, "recording stopped after %,d events: raise maxEvents()", bounds.maxEvents());
    }
    return bounds.maxDepth() == Integer.MAX_VALUE
        ? ""
        : "only the outermost levels were recorded: raise or leave out maxDepth("
            + bounds.maxDepth()
            + ")";
  }

  private static void add(Set<RecordedPart> parts, RecordedPart part, boolean asked) {
    if (asked) {
      parts.add(part);
    }
  }
}
