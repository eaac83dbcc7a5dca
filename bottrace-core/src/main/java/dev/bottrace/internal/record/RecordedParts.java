package dev.bottrace.internal.record;

import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.option.Bounds;
import dev.bottrace.option.StateOptions;
import dev.bottrace.option.TraceOptions;
import dev.bottrace.trace.MissingCalls;
import dev.bottrace.trace.RecordedPart;
import dev.bottrace.trace.RecordedScope;
import dev.bottrace.trace.TracedClasses;
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
   * @param symbols which methods have probes
   * @param unseen classes in scope that could not be recorded
   * @param leftAlone classes in scope that never are
   * @param stopped why nothing was recorded from some event on; empty if all was
   * @param dropped how many events were not kept
   * @return which parts of a trace are recorded with them, of which code
   */
  public static RecordedScope of(
      TraceOptions options,
      SymbolTable symbols,
      List<String> unseen,
      List<String> leftAlone,
      String stopped,
      long dropped) {
    StateOptions state = options.state();
    Set<RecordedPart> parts = EnumSet.noneOf(RecordedPart.class);
    add(parts, RecordedPart.CALLS, options.calls());
    add(parts, RecordedPart.CALL_COUNTS, options.callCounts());
    add(parts, RecordedPart.ARGUMENTS, state.arguments());
    add(parts, RecordedPart.RETURNS, state.returns());
    add(parts, RecordedPart.ORIGINS, options.calls() && options.async());
    add(parts, RecordedPart.SNAPSHOTS, !state.breakpoints().isEmpty());
    add(parts, RecordedPart.EXCEPTIONS, state.uncaught());
    return new RecordedScope(
        parts,
        options.scope().includes(),
        options.scope().excludes(),
        options.recordsCallsTo() ? options.scope().callsTo() : List.of(),
        new MissingCalls(
            unseen,
            leftAlone,
            stopped,
            shallow(options.bounds()),
            dropped > 0 ? dropped(dropped) : ""),
        new TracedClasses(symbols::tracedMethods));
  }

  private static String dropped(long events) {
    return String.format(
        Locale.ROOT, "the first %,d events were not kept: raise keepLast()", events);
  }

  /**
   * Says that the bound on events was reached.
   *
   * @param events how many that is
   * @return why nothing was recorded from then on
   */
  public static String limitReached(long events) {
    return String.format(
        Locale.ROOT, "recording stopped after %,d events: raise maxEvents()", events);
  }

  private static String shallow(Bounds bounds) {
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
