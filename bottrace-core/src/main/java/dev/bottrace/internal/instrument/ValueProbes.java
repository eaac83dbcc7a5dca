package dev.bottrace.internal.instrument;

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

  /** Returns what probes push at most, on top of what the method has on its stack. */
  int stack() {
    return arguments || returns ? ProbeEmitter.STACK_WITH_VALUES : ProbeEmitter.STACK;
  }

  ValueProbes withoutLocals() {
    return new ValueProbes(arguments, returns, false);
  }
}
