package dev.bottrace.cli;

import dev.bottrace.trace.Argument;
import dev.bottrace.trace.BreakpointSnapshot;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.ExceptionSnapshot;
import dev.bottrace.trace.TaskOrigin;
import dev.bottrace.trace.TraceEventSink;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two writers on one stream: one for snapshots, and one for everything else. Each is flushed before
 * the other one goes on.
 */
final class MixedFormSink implements TraceEventSink {
  private final TraceEventSink text;
  private final TraceEventSink json;
  private TraceEventSink last;

  MixedFormSink(TraceEventSink text, TraceEventSink json) {
    this.text = text;
    this.json = json;
    this.last = text;
  }

  private TraceEventSink to(TraceEventSink writer) throws IOException {
    if (last != writer) {
      last.flush();
      last = writer;
    }
    return writer;
  }

  @Override
  public void call(TracedMethod method, TracedThread thread, int depth, List<Argument> arguments)
      throws IOException {
    to(text).call(method, thread, depth, arguments);
  }

  @Override
  public void call(
      TracedMethod method,
      TracedThread thread,
      int depth,
      List<Argument> arguments,
      TaskOrigin origin)
      throws IOException {
    to(text).call(method, thread, depth, arguments, origin);
  }

  @Override
  public void returned(
      TracedMethod method,
      TracedThread thread,
      int depth,
      @Nullable String thrown,
      @Nullable String value)
      throws IOException {
    to(text).returned(method, thread, depth, thrown, value);
  }

  @Override
  public void snapshot(BreakpointSnapshot snapshot) throws IOException {
    to(json).snapshot(snapshot);
  }

  @Override
  public void exception(ExceptionSnapshot exception) throws IOException {
    to(text).exception(exception);
  }

  @Override
  public void counts(Iterable<CallCount> counts) throws IOException {
    to(text).counts(counts);
  }

  @Override
  public void flush() throws IOException {
    last.flush();
  }
}
