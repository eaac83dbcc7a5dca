package dev.bottrace.benchmarks;

import dev.bottrace.json.JsonTraceWriter;
import dev.bottrace.trace.Argument;
import dev.bottrace.trace.BreakpointSnapshot;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.ExceptionSnapshot;
import dev.bottrace.trace.TraceEventSink;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes snapshots as the command line does, one a line, and counts them. */
final class SnapshotJson implements TraceEventSink {
  private final JsonTraceWriter json;
  private long snapshots;
  private long exceptions;

  SnapshotJson(OutputStream out) {
    json = new JsonTraceWriter(out);
  }

  long snapshots() {
    return snapshots;
  }

  @Override
  public void snapshot(BreakpointSnapshot snapshot) throws IOException {
    json.snapshot(snapshot);
    snapshots++;
  }

  @Override
  public void exception(ExceptionSnapshot exception) {
    exceptions++;
  }

  @Override
  public void call(TracedMethod method, TracedThread thread, int depth, List<Argument> arguments) {}

  @Override
  public void returned(
      TracedMethod method,
      TracedThread thread,
      int depth,
      @Nullable String thrown,
      @Nullable String value) {}

  @Override
  public void counts(Iterable<CallCount> counts) {}

  @Override
  public void flush() throws IOException {
    json.flush();
  }

  @Override
  public void finish() throws IOException {
    flush();
    System.err.println("snapshots " + snapshots);
    System.err.println("exceptions " + exceptions);
  }
}
