package dev.bottrace.cli;

import dev.bottrace.trace.Argument;
import dev.bottrace.trace.BreakpointSnapshot;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.ExceptionSnapshot;
import dev.bottrace.trace.Receipt;
import dev.bottrace.trace.TaskOrigin;
import dev.bottrace.trace.TraceEventSink;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Passes everything on, for those that do something else with a part of it. */
abstract class ForwardingSink implements TraceEventSink {
  private final TraceEventSink next;

  ForwardingSink(TraceEventSink next) {
    this.next = next;
  }

  @Override
  public void call(TracedMethod method, TracedThread thread, int depth, List<Argument> arguments)
      throws IOException {
    next.call(method, thread, depth, arguments);
  }

  @Override
  public void call(
      TracedMethod method,
      TracedThread thread,
      int depth,
      List<Argument> arguments,
      TaskOrigin origin)
      throws IOException {
    next.call(method, thread, depth, arguments, origin);
  }

  @Override
  public void returned(
      TracedMethod method,
      TracedThread thread,
      int depth,
      @Nullable String thrown,
      @Nullable String value)
      throws IOException {
    next.returned(method, thread, depth, thrown, value);
  }

  @Override
  public void snapshot(BreakpointSnapshot snapshot) throws IOException {
    next.snapshot(snapshot);
  }

  @Override
  public void exception(ExceptionSnapshot exception) throws IOException {
    next.exception(exception);
  }

  @Override
  public void counts(Iterable<CallCount> counts) throws IOException {
    next.counts(counts);
  }

  @Override
  public void receipts(List<Receipt> receipts) throws IOException {
    next.receipts(receipts);
  }

  @Override
  public void finish() throws IOException {
    next.finish();
  }

  @Override
  public void flush() throws IOException {
    next.flush();
  }

  @Override
  public boolean keepsSnapshots() {
    return next.keepsSnapshots();
  }
}
