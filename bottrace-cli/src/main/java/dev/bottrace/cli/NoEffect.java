package dev.bottrace.cli;

import dev.bottrace.option.StateOptions;
import dev.bottrace.option.TraceOptions;
import java.util.ArrayList;
import java.util.List;

/** Options that have nothing to apply to. */
final class NoEffect {
  private static final String BREAKPOINT = " has no effect without --breakpoint";

  private NoEffect() {}

  /** Refuses values and kinds of calls that are not recorded. */
  static void refuse(TraceOptions options) {
    if (!options.calls() && options.state().arguments()) {
      throw new IllegalArgumentException("--args needs --calls");
    }
    if (!options.calls() && options.state().returns()) {
      throw new IllegalArgumentException("--returns needs --calls");
    }
    if (!options.calls() && options.async()) {
      throw new IllegalArgumentException("--async needs --calls");
    }
    if (!options.scope().callsTo().isEmpty() && !options.recordsCallsTo()) {
      throw new IllegalArgumentException("--calls-to needs --calls or --call-counts");
    }
  }

  /** Returns what to say about the others, a line each. */
  static List<String> warnings(TraceOptions options, RunOutput output) {
    List<String> warnings = new ArrayList<>();
    StateOptions state = options.state();
    if (state.breakpoints().isEmpty() && state.snapshots() != StateOptions.NONE.snapshots()) {
      warnings.add("--snapshots" + BREAKPOINT);
    }
    if (!state.takesSnapshots() && state.locals()) {
      warnings.add("--locals" + BREAKPOINT + " or --on-exception");
    }
    if (!state.takesSnapshots() && output.jsonOut() != null) {
      warnings.add("--json-out holds no snapshot without --breakpoint or --on-exception");
    }
    return warnings;
  }
}
