package dev.bottrace.trace;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run left behind: how it ended, and what was recorded of it. Immutable, and safe for use by
 * any number of threads.
 */
public final class Trace implements RecordedRun {
  private final Termination termination;
  private final TraceRecording recording;
  private final List<CallCount> callCounts;
  private final List<TracedThread> threads;
  private final List<Receipt> receipts;
  private final List<String> notices;
  private final RecordedScope scope;
  private final @Nullable CapturedOutput output;
  private volatile @Nullable CallTree callTree;

  /**
   * Makes a trace without output.
   *
   * @param termination how the program ended
   * @param recording the recorded events
   * @param callCounts the recorded counts, most called first
   * @param threads those that have events, in the order of their first ones
   * @param receipts why what was asked for produced nothing
   * @param notices what was cut or left out, one line each
   * @param scope what was asked for: other questions are refused
   */
  public Trace(
      Termination termination,
      TraceRecording recording,
      List<CallCount> callCounts,
      List<TracedThread> threads,
      List<Receipt> receipts,
      List<String> notices,
      RecordedScope scope) {
    this(termination, recording, callCounts, threads, receipts, notices, scope, null);
  }

  /**
   * Makes a trace.
   *
   * @param termination how the program ended
   * @param recording the recorded events
   * @param callCounts the recorded counts, most called first
   * @param threads those that have events, in the order of their first ones
   * @param receipts why what was asked for produced nothing
   * @param notices what was cut or left out, one line each
   * @param scope what was asked for: other questions are refused
   * @param output what the program printed; null if that was not captured
   */
  public Trace(
      Termination termination,
      TraceRecording recording,
      List<CallCount> callCounts,
      List<TracedThread> threads,
      List<Receipt> receipts,
      List<String> notices,
      RecordedScope scope,
      @Nullable CapturedOutput output) {
    this.termination = termination;
    this.recording = recording;
    this.callCounts = List.copyOf(callCounts);
    this.threads = List.copyOf(threads);
    this.receipts = List.copyOf(receipts);
    this.notices = List.copyOf(notices);
    this.scope = scope;
    this.output = output;
  }

  /**
   * Tells how the program ended.
   *
   * @return the end
   */
  public Termination termination() {
    return termination;
  }

  /**
   * Returns what {@code java} would have ended with.
   *
   * @return the program's own code, 1 after an uncaught exception in main, 124 after a timeout
   */
  public int exitCode() {
    return termination.exitCode();
  }

  /**
   * Returns the exception that left {@code main}, or the block that was recorded.
   *
   * @return the exception; empty if none did. A program that was run has classes of its own, so its
   *     exception is no instance of a class of that name here; what a block threw is
   */
  public Optional<Throwable> uncaught() {
    return Optional.ofNullable(termination.uncaught());
  }

  /**
   * Returns the threads of the program that go on inside this JVM, as nothing ends them: they wait
   * for a lock or in native code, or loop inside the JDK. Each has a notice that says where it is.
   * Those that are no daemons keep this JVM from ending by itself: {@code System.exit} does.
   *
   * @return their names; empty if all are gone, as they should be
   */
  public List<String> unendedThreads() {
    return termination.unendedThreads();
  }

  /**
   * Returns what the program wrote to its standard output, up to 8 MB; a notice says what was cut.
   *
   * @return the text, as UTF-8 has it
   * @throws IllegalStateException if it was not captured
   */
  public String stdout() {
    return captured().stdout();
  }

  /**
   * Returns what the program wrote to its standard error, up to 8 MB; a notice says what was cut.
   * The stack trace of an exception that nobody caught is in it, as {@code java} prints it.
   *
   * @return the text, as UTF-8 has it
   * @throws IllegalStateException if it was not captured
   */
  public String stderr() {
    return captured().stderr();
  }

  private CapturedOutput captured() {
    if (output == null) {
      throw new IllegalStateException(
          "the program's output was not captured: add captureOutput() to the request of"
              + " Tracer.run(...); blocks and spans of time have no output of their own");
    }
    return output;
  }

  @Override
  public boolean holds(RecordedPart part) {
    return scope.parts().contains(part);
  }

  @Override
  public Optional<String> notTraced(String pattern) {
    return scope.notTraced(MethodPattern.of(pattern));
  }

  @Override
  public Optional<String> mayLack(String pattern, RecordedPart part) {
    return scope.mayLack(MethodPattern.of(pattern), part);
  }

  @Override
  public Optional<String> incomplete() {
    return scope.missing().anywhere();
  }

  @Override
  public CallTree callTree() {
    CallTree tree = callTree;
    return tree == null ? makeTree() : tree;
  }

  private synchronized CallTree makeTree() {
    CallTree tree = callTree;
    if (tree == null) {
      tree = CallTree.of(this);
      callTree = tree;
    }
    return tree;
  }

  @Override
  public List<CallCount> callCounts() {
    if (holds(RecordedPart.CALL_COUNTS)) {
      return callCounts;
    }
    if (!holds(RecordedPart.CALLS)) {
      throw RecordedPart.CALL_COUNTS.missing();
    }
    return callTree().callCounts();
  }

  @Override
  public List<TracedThread> threads() {
    return threads;
  }

  @Override
  public List<Receipt> receipts() {
    return receipts;
  }

  @Override
  public List<String> notices() {
    return notices;
  }

  @Override
  public void replay(TraceEventSink sink) throws IOException {
    recording.replay(sink);
  }

  @Override
  public EventValues valuesOf(long event) throws IOException {
    return recording.valuesOf(event);
  }

  @Override
  public void writeTo(TraceEventSink sink) throws IOException {
    recording.replay(sink);
    sink.receipts(receipts);
    if (!callCounts.isEmpty()) {
      sink.counts(callCounts);
    }
    sink.finish();
  }
}
