package dev.bottrace.internal.record;

import dev.bottrace.option.StateOptions;
import java.util.List;

/** Takes what is known of exceptions that nobody catches, as far as stack and memory allow. */
final class UncaughtRecorder {
  private final EventRecorder recorder;
  private final ExceptionCapture capture;

  UncaughtRecorder(EventRecorder recorder, StateOptions options) {
    this.recorder = recorder;
    this.capture = new ExceptionCapture(recorder.symbols, options);
  }

  /** Takes the exception that ends the current thread. */
  void take(Throwable thrown) {
    try {
      take(thrown, recorder.callsLeftBy(thrown));
    } catch (OutOfMemoryError | StackOverflowError e) {
      takeWithoutLocals(thrown);
    } catch (RuntimeException | LinkageError e) {
      recorder.notice("bottrace: internal error at an uncaught exception; please report it: " + e);
    }
  }

  /** The variables are let go of first: they may be what takes all the memory. */
  private void takeWithoutLocals(Throwable thrown) {
    try {
      take(thrown, List.of());
    } catch (OutOfMemoryError | StackOverflowError e) {
      return; // the program still throws it, and the JVM prints it
    }
  }

  private void take(Throwable thrown, List<CallVariables> left) {
    recorder.drain.exception(capture.of(thrown, recorder.threadName(), left));
  }
}
