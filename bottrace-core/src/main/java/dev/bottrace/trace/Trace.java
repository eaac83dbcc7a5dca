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
  private volatile @Nullable CallTree callTree;

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
   */
  public Trace(
      Termination termination,
      TraceRecording recording,
      List<CallCount> callCounts,
      List<TracedThread> threads,
      List<Receipt> receipts,
      List<String> notices,
      RecordedScope scope) {
    this.termination = termination;
    this.recording = recording;
    this.callCounts = List.copyOf(callCounts);
    this.threads = List.copyOf(threads);
    this.receipts = List.copyOf(receipts);
    this.notices = List.copyOf(notices);
    this.scope = scope;
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
   * Returns the exception that left {@code main}.
   *
   * @return the exception; empty if none did
   */
  public Optional<Throwable> uncaught() {
    return Optional.ofNullable(termination.uncaught());
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
