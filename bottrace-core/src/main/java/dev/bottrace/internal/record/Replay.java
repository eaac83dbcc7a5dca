package dev.bottrace.internal.record;

import dev.bottrace.internal.compact.EventCode;
import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.trace.BreakpointSnapshot;
import dev.bottrace.trace.ExceptionSnapshot;
import dev.bottrace.trace.TaskOrigin;
import dev.bottrace.trace.TraceEventSink;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns codes into events, and hands them to a sink as they come. */
class Replay implements EventConsumer {
  private final SymbolTable symbols;
  private final ThreadNames names;
  private final TraceEventSink sink;
  private final List<ThreadRecord> threads = new ArrayList<>();
  private int identified;
  private int prunedAt = 1024;

  Replay(SymbolTable symbols, ThreadNames names, TraceEventSink sink) {
    this.symbols = symbols;
    this.names = names;
    this.sink = sink;
  }

  @Override
  public TracedThread identity(ThreadRecord thread) {
    TracedThread identity = thread.identity;
    if (identity == null) {
      forgetThoseThatAreOver();
      identity = names.identity(thread, identified);
      threads.add(thread);
      thread.identity = identity;
      identified++;
    }
    return identity;
  }

  @Override
  public void take(ThreadRecord thread, long most) throws IOException {
    TracedThread identity = identity(thread);
    EventRing ring = thread.ring;
    long last = ring.tail + Math.min(most, EventRing.LAST_CAPACITY);
    while (ring.hasNextInRun() && ring.tail < last) {
      takeOne(thread, identity);
    }
  }

  /** Shows the event at which the ring stands, and moves on. */
  final void takeOne(ThreadRecord thread, TracedThread identity) throws IOException {
    EventRing ring = thread.ring;
    show(thread, identity, ring.next(), ring.nextValue());
    @Nullable Object[] values = ring.values;
    if (values != null) {
      values[(int) ring.tail & (values.length - 1)] = null;
    }
    ring.tail++;
  }

  private void show(ThreadRecord thread, TracedThread identity, int code, @Nullable Object value)
      throws IOException {
    OpenCalls open = thread.open;
    if (EventCode.kind(code) == EventCode.CALL) {
      int method = EventCode.payload(code);
      open.reserve();
      called(symbols.method(method), identity, open.size + 1, value);
      open.methods[open.size++] = method;
    } else if (open.size > 0) { // else a thread was stopped, and a return recorded twice
      String thrown =
          EventCode.kind(code) == EventCode.THROWN
              ? symbols.exceptionName(EventCode.payload(code))
              : null;
      sink.returned(
          symbols.method(open.innermost()),
          identity,
          open.size,
          thrown,
          CallValues.returned(value));
      open.size--;
    }
  }

  private void called(TracedMethod method, TracedThread identity, int depth, @Nullable Object value)
      throws IOException {
    TaskOrigin origin = CallValues.origin(value);
    if (origin == null) {
      sink.call(method, identity, depth, CallValues.arguments(value));
    } else {
      sink.call(method, identity, depth, CallValues.arguments(value), origin);
    }
  }

  @Override
  public void snapshot(BreakpointSnapshot snapshot) throws IOException {
    sink.snapshot(snapshot);
  }

  @Override
  public void exception(ExceptionSnapshot exception) throws IOException {
    sink.exception(exception);
  }

  /** Keeps the list of threads from growing with those that come and go. */
  private void forgetThoseThatAreOver() {
    if (threads.size() >= prunedAt) {
      threads.removeIf(thread -> thread.open.size == 0 && thread.isOver());
      prunedAt = Math.max(prunedAt, 2 * threads.size());
    }
  }

  @Override
  public void finish(boolean complete) throws IOException {
    if (complete) {
      for (ThreadRecord thread : threads) {
        TracedThread identity = Objects.requireNonNull(thread.identity);
        for (OpenCalls open = thread.open; open.size > 0; open.size--) {
          sink.returned(
              symbols.method(open.innermost()), identity, open.size, TraceEventSink.ENDED, null);
        }
      }
    }
    flush();
  }

  @Override
  public void flush() throws IOException {
    sink.flush();
  }
}
