package dev.bottrace.junit;

import dev.bottrace.Recording;
import dev.bottrace.RecordingRequest;
import dev.bottrace.Tracer;
import dev.bottrace.option.OptionValueException;
import dev.bottrace.trace.Trace;
import java.util.Arrays;
import java.util.Optional;

/** The recording of one test. Safe for use by any number of threads. */
final class TestRecording {
  private final Recording recording;
  private final int failureLines;
  private volatile boolean stopped;

  private TestRecording(Recording recording, int failureLines) {
    this.recording = recording;
    this.failureLines = failureLines;
  }

  /**
   * Begins to record.
   *
   * @throws IllegalStateException if this JVM does not allow it; the message says what to do
   * @throws IllegalArgumentException if an option is wrong
   */
  static TestRecording start(Traced traced) {
    if (traced.failureLines() < 0) {
      throw new OptionValueException(
          "failureLines", "must be 0 or more, not " + traced.failureLines());
    }
    return new TestRecording(request(traced).start(), traced.failureLines());
  }

  static RecordingRequest request(Traced traced) {
    RecordingRequest request = withFlags(withBounds(Tracer.recording(), traced), traced);
    for (String prefix : traced.include()) {
      request = request.include(prefix);
    }
    for (String prefix : traced.exclude()) {
      request = request.exclude(prefix);
    }
    for (String where : traced.breakpoint()) {
      request = request.breakpoint(where);
    }
    for (String expression : traced.watch()) {
      request = request.watch(expression);
    }
    for (String glob : traced.redact()) {
      request = request.redact(glob);
    }
    return request;
  }

  private static RecordingRequest withFlags(RecordingRequest plain, Traced traced) {
    RecordingRequest request = plain;
    request = traced.calls() ? request.calls() : request;
    request = traced.callCounts() ? request.callCounts() : request;
    request = traced.args() ? request.args() : request;
    request = traced.returns() ? request.returns() : request;
    request = traced.async() ? request.async() : request;
    request = traced.noLambdas() ? request.noLambdas() : request;
    return traced.thisThread() ? request.thisThread() : request;
  }

  private static RecordingRequest withBounds(RecordingRequest plain, Traced traced) {
    RecordingRequest request = plain.maxDepth(traced.maxDepth());
    if (traced.maxEvents() != Long.MAX_VALUE) {
      request = request.maxEvents(traced.maxEvents());
    }
    return traced.keepLast() == Long.MAX_VALUE ? request : request.keepLast(traced.keepLast());
  }

  Recording recording() {
    return recording;
  }

  /** Ends it, if it goes on; returns what was recorded. */
  Trace stop() {
    stopped = true;
    return recording.stop();
  }

  boolean hasStopped() {
    return stopped;
  }

  /**
   * Adds what was recorded so far to a failure.
   *
   * @return what could not be added: those that the JVM itself makes, where it runs out of stack or
   *     memory, take nothing
   */
  Optional<String> attachTo(Throwable failure) {
    if (failureLines == 0) {
      return Optional.empty();
    }
    RecordedCalls calls = new RecordedCalls(CallText.of(recording.snapshot(), failureLines));
    failure.addSuppressed(calls);
    boolean added = Arrays.asList(failure.getSuppressed()).contains(calls);
    return added ? Optional.empty() : Optional.ofNullable(calls.getMessage());
  }
}
