package dev.bottrace.assertj;

import dev.bottrace.trace.CapturedValue;
import dev.bottrace.trace.RecordedRun;
import dev.bottrace.trace.Termination;
import dev.bottrace.trace.Trace;
import java.util.List;
import java.util.Locale;

/** Says how a program ended. */
final class HowItEnded {
  private static final int STACK_LINES = 20;
  private static final int MESSAGE = 200;

  private HowItEnded() {}

  static String of(Termination end) {
    Throwable uncaught = end.uncaught();
    return switch (end.kind()) {
      case RETURNED -> "the program returned from main";
      case EXITED -> "the program exited with " + end.exitCode();
      case UNCAUGHT ->
          "the program ended with an uncaught "
              + CapturedValue.cut(String.valueOf(uncaught), MESSAGE);
      case TIMED_OUT -> "the program was ended by its timeout";
      case STOPPED -> "the program had not ended when this was recorded";
    };
  }

  /**
   * Looks up how a run ended.
   *
   * @throws IllegalStateException if that is not known
   */
  static Termination of(RecordedRun run) {
    if (run instanceof Trace trace) {
      return trace.termination();
    }
    throw new IllegalStateException(
        "how the program ended is not known: ask the Trace that execute() returns");
  }

  /** Returns where the threads were at a timeout, the first lines of many. */
  static String stacks(Termination end) {
    List<String> lines = end.stacks().lines().toList();
    String shown = String.join("\n", lines.subList(0, Math.min(STACK_LINES, lines.size())));
    int more = lines.size() - STACK_LINES;
    return more > 0 ? String.format(Locale.ROOT, "%s\n... %,d more lines", shown, more) : shown;
  }
}
