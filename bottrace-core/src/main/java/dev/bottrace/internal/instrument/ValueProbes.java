package dev.bottrace.internal.instrument;

import dev.bottrace.option.StateOptions;
import dev.bottrace.option.TraceOptions;

/**
 * Which values the probes of calls take.
 *
 * @param arguments whether entries take arguments
 * @param returns whether exits take what is returned
 * @param locals whether variables are copied while a call is open
 */
public record ValueProbes(boolean arguments, boolean returns, boolean locals) {
  /** None. */
  public static final ValueProbes NONE = new ValueProbes(false, false, false);

  /**
   * Returns the values that a recording needs.
   *
   * @param options what it records
   * @return the least that do
   */
  public static ValueProbes of(TraceOptions options) {
    StateOptions state = options.state();
    return new ValueProbes(
        options.calls() && state.arguments(),
        options.calls() && state.returns(),
        state.followsLocals());
  }

  ValueProbes and(ValueProbes other) {
    return new ValueProbes(
        arguments || other.arguments, returns || other.returns, locals || other.locals);
  }

  boolean include(ValueProbes other) {
    return and(other).equals(this);
  }

  /** Returns what probes push at most, on top of what the method has on its stack. */
  int stack() {
    return arguments || returns ? ProbeEmitter.STACK_WITH_VALUES : ProbeEmitter.STACK;
  }

  ValueProbes withoutLocals() {
    return new ValueProbes(arguments, returns, false);
  }
}
