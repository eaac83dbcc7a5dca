package dev.bottrace.internal.record;

import dev.bottrace.internal.compact.EventCode;
import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.trace.BreakpointSnapshot;
import dev.bottrace.trace.ExceptionSnapshot;
import dev.bottrace.trace.TraceEvent;
import dev.bottrace.trace.TracedThread;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Events that are kept, and shown to a listener as well. */
final class ObservedEvents implements EventConsumer {
  private final EventConsumer kept;
  private final SymbolTable symbols;
  private final LiveFeed feed;

  ObservedEvents(EventConsumer kept, SymbolTable symbols, LiveFeed feed) {
    this.kept = kept;
    this.symbols = symbols;
    this.feed = feed;
  }

  @Override
  public void take(ThreadRecord thread, long most) throws IOException {
    TracedThread identity = kept.identity(thread);
    EventRing ring = thread.ring;
    long from = ring.tail;
    // Who keeps events takes their values out of the ring.
    @Nullable Object @Nullable [] values = ring.valuesOfRun(most);
    try {
      kept.take(thread, most);
    } finally {
      for (long at = from; at < ring.tail; at++) {
        int code = ring.codes[(int) at & (ring.codes.length - 1)];
        show(thread, identity, code, values == null ? null : values[(int) (at - from)]);
      }
    }
  }

  private void show(ThreadRecord thread, TracedThread identity, int code, @Nullable Object value) {
    OpenCalls open = thread.open;
    try {
      if (EventCode.kind(code) == EventCode.CALL) {
        int method = EventCode.payload(code);
        open.reserve();
        open.methods[open.size++] = method;
        feed.add(
            new TraceEvent.Call(
                symbols.method(method),
                identity,
                open.size,
                CallValues.arguments(value),
                CallValues.origin(value)));
      } else if (open.size > 0) {
        int method = open.innermost();
        open.size--;
        feed.add(
            new TraceEvent.Return(
                symbols.method(method),
                identity,
                open.size + 1,
                EventCode.kind(code) == EventCode.THROWN
                    ? symbols.exceptionName(EventCode.payload(code))
                    : null,
                CallValues.returned(value)));
      }
    } catch (OutOfMemoryError | StackOverflowError e) {
      feed.lost();
    }
  }

  @Override
  public void awaitRoom() {
    feed.awaitRoom();
  }

  @Override
  public TracedThread identity(ThreadRecord thread) throws IOException {
    return kept.identity(thread);
  }

  @Override
  public void snapshot(BreakpointSnapshot snapshot) throws IOException {
    kept.snapshot(snapshot);
  }

  @Override
  public void exception(ExceptionSnapshot exception) throws IOException {
    kept.exception(exception);
  }

  @Override
  public void finish(boolean complete) throws IOException {
    kept.finish(complete);
  }

  /** What is kept in memory is handed on when somebody looks. */
  @Override
  public void flush() {}
}
