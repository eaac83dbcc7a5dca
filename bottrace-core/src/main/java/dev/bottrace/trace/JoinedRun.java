package dev.bottrace.trace;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A run whose tree of calls is joined; all else of it is as it is. */
final class JoinedRun implements RecordedRun {
  private final RecordedRun run;
  private final CallTree tree;

  JoinedRun(RecordedRun run) {
    this.run = run;
    this.tree = run.callTree().joined();
  }

  @Override
  public CallTree callTree() {
    return tree;
  }

  @Override
  public RecordedRun joined() {
    return this;
  }

  @Override
  public List<CallCount> callCounts() {
    return run.callCounts();
  }

  @Override
  public List<TracedThread> threads() {
    return run.threads();
  }

  @Override
  public List<Receipt> receipts() {
    return run.receipts();
  }

  @Override
  public List<String> notices() {
    return run.notices();
  }

  @Override
  public void writeTo(TraceEventSink sink) throws IOException {
    run.writeTo(sink);
  }

  @Override
  public void replay(TraceEventSink sink) throws IOException {
    run.replay(sink);
  }

  @Override
  public EventValues valuesOf(long event) throws IOException {
    return run.valuesOf(event);
  }

  @Override
  public boolean holds(RecordedPart part) {
    return run.holds(part);
  }

  @Override
  public Optional<String> notTraced(String pattern) {
    return run.notTraced(pattern);
  }

  @Override
  public Optional<String> mayLack(String pattern, RecordedPart part) {
    return run.mayLack(pattern, part);
  }

  @Override
  public Optional<String> incomplete() {
    return run.incomplete();
  }

  @Override
  public String toString() {
    return run.toString();
  }
}
