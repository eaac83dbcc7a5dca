package dev.bottrace.internal.record;

import dev.bottrace.internal.symbol.BreakpointTable;
import dev.bottrace.option.StateOptions;
import dev.bottrace.trace.Receipt;
import dev.bottrace.trace.Receipt.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Explains why breakpoints and watches produced nothing. */
final class StateReceipts {
  private final StateOptions options;
  private final BreakpointTable table;
  private final BreakpointWatches watches;
  private final List<Receipt> receipts = new ArrayList<>();
  private boolean anyFired;

  StateReceipts(StateOptions options, BreakpointTable table, BreakpointWatches watches) {
    this.options = options;
    this.table = table;
    this.watches = watches;
  }

  List<Receipt> all() {
    for (int number = 0; number < table.breakpoints().size(); number++) {
      String reason = ofBreakpoint(number);
      if (reason != null) {
        receipts.add(
            new Receipt(Kind.BREAKPOINT, table.breakpoints().get(number).toString(), reason));
      }
    }
    for (int number = 0; number < options.watches().size(); number++) {
      String reason = ofWatch(number);
      if (reason != null) {
        receipts.add(new Receipt(Kind.WATCH, options.watches().get(number), reason));
      }
    }
    return receipts;
  }

  private @Nullable String ofBreakpoint(int number) {
    if (options.snapshots() == 0) {
      return "no snapshots were wanted";
    }
    if (watches.fired(number) > 0) {
      anyFired = true;
      return watches.note(number);
    }
    long reached = watches.reached(number);
    if (reached == 0) {
      return table.whyNotReached(number);
    }
    return "reached " + times(reached) + ", its condition " + whyNotFired(number, reached);
  }

  private String whyNotFired(int number, long reached) {
    String error = watches.conditionError(number);
    if (error == null) {
      return "was never true";
    }
    long failed = watches.failed(number);
    return failed >= reached
        ? "could not be evaluated: " + error
        : "was never true, and could not be evaluated " + times(failed) + ": " + error;
  }

  private static String times(long count) {
    return count == 1 ? "once" : count + " times";
  }

  private @Nullable String ofWatch(int number) {
    if (watches.evaluated(number) > 0) {
      return null;
    }
    String error = watches.watchError(number);
    if (error != null) {
      return error;
    }
    if (table.breakpoints().isEmpty()) {
      return "there is no breakpoint to evaluate it at";
    }
    return anyFired ? "not evaluated" : "no breakpoint fired";
  }
}
