package dev.bottrace.assertj;

import dev.bottrace.trace.CallPath;
import dev.bottrace.trace.MethodPattern;
import dev.bottrace.trace.RecordedPart;
import dev.bottrace.trace.RecordedRun;

/** Reads patterns for a trace that could have what they name. */
final class Patterns {
  private Patterns() {}

  /**
   * Reads a pattern.
   *
   * @throws IllegalStateException if what it names was not traced, so that the trace proves nothing
   */
  static MethodPattern of(RecordedRun run, String pattern) {
    run.notTraced(pattern)
        .ifPresent(
            reason -> {
              throw new IllegalStateException(reason);
            });
    return MethodPattern.of(pattern);
  }

  /**
   * Reads a path.
   *
   * @throws IllegalStateException if what a step names was not traced
   */
  static CallPath path(RecordedRun run, String path) {
    CallPath read = CallPath.of(path);
    read.steps().forEach(step -> of(run, step.toString()));
    return read;
  }

  /**
   * Refuses to say that there were no more calls than a trace has, if there may have been.
   *
   * @throws IllegalStateException if the trace was cut, or a class was not recorded
   */
  static void complete(RecordedRun run, MethodPattern pattern, RecordedPart part) {
    run.mayLack(pattern.toString(), part)
        .ifPresent(
            reason -> {
              throw new IllegalStateException(
                  "nothing can be said of calls of " + pattern + " that are not there: " + reason);
            });
  }

  /** Refuses to say that a path is not there, if it may have been. */
  static void complete(RecordedRun run, CallPath path) {
    path.steps().forEach(step -> complete(run, step, RecordedPart.CALLS));
  }
}
