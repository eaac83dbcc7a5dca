package dev.bottrace.internal.record;

import dev.bottrace.internal.compact.EventCode;
import dev.bottrace.internal.compact.EventEncoder;
import dev.bottrace.internal.compact.EventNames;
import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.trace.BreakpointSnapshot;
import dev.bottrace.trace.ExceptionSnapshot;
import dev.bottrace.trace.TaskOrigin;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns codes into bytes, many at a time: no event is looked at by itself unless it has values. */
final class EncodedEvents implements EventConsumer {
  private final EventEncoder encoder;
  private final Flush flush;
  private final EventNames symbols;
  private final ThreadNames names = new ThreadNames();
  private final Consumer<TracedThread> identified;
  private int threads;
  private long taken;

  /** Hands on what was encoded so far. */
  interface Flush {
    void run() throws IOException;
  }

  /**
   * Makes a consumer.
   *
   * @param symbols names methods and exceptions
   * @param encoder takes all events
   * @param identified takes the threads that have events, in the order of their first ones
   * @param flush hands on what was encoded
   */
  EncodedEvents(
      SymbolTable symbols, EventEncoder encoder, Consumer<TracedThread> identified, Flush flush) {
    this.encoder = encoder;
    this.identified = identified;
    this.flush = flush;
    this.symbols = new Symbols(symbols);
  }

  /** The names of a table. */
  private record Symbols(SymbolTable table) implements EventNames {
    @Override
    public TracedMethod method(int id) {
      return table.method(id);
    }

    @Override
    public String exceptionName(int id) {
      return table.exceptionName(id);
    }
  }

  @Override
  public TracedThread identity(ThreadRecord thread) throws IOException {
    TracedThread identity = thread.identity;
    if (identity == null) {
      identity = names.identity(thread, threads);
      if (!encoder.definesThreads()) {
        encoder.asides().define(identity);
      }
      identified.accept(identity);
      thread.identity = identity;
      threads++;
    }
    return identity;
  }

  @Override
  public void take(ThreadRecord thread, long most) throws IOException {
    TracedThread identity = identity(thread);
    int index = identity.index();
    EventRing ring = thread.ring;
    long last = ring.tail + Math.min(most, EventRing.LAST_CAPACITY);
    while (ring.tail < last && ring.hasNextInRun()) {
      encoder.ready(identity);
      if (ring.values != null) {
        takeOne(identity, ring, ring.values);
      } else {
        int[] codes = ring.codes;
        int from = (int) ring.tail & (codes.length - 1);
        int more = encoder.events(index, codes, from, ring.contiguous(from, last), symbols);
        ring.tail += more;
        taken += more;
      }
    }
  }

  private void takeOne(TracedThread identity, EventRing ring, @Nullable Object[] values)
      throws IOException {
    int index = identity.index();
    int at = (int) ring.tail & (values.length - 1);
    int code = ring.codes[at];
    Object value = values[at];
    if (value == null) {
      int more = encoder.events(index, ring.codes, at, at + 1, symbols);
      ring.tail += more;
      taken += more;
      return;
    }
    if (EventCode.kind(code) == EventCode.CALL) {
      call(identity, code, value);
    } else {
      encoder.define(code, symbols);
      encoder.returned(index, code, String.valueOf(CallValues.returned(value)));
    }
    values[at] = null;
    ring.tail++;
    taken++;
  }

  private void call(TracedThread identity, int code, Object value) throws IOException {
    TaskOrigin origin = CallValues.origin(value);
    int method = EventCode.payload(code);
    if (origin == null) {
      encoder.define(code, symbols);
      encoder.call(identity.index(), method, CallValues.arguments(value));
      return;
    }
    encoder.ready(origin.thread());
    encoder.ready(identity); // again: another chunk may have begun
    encoder.define(EventCode.of(EventCode.CALL, origin.method().id()), symbols);
    encoder.define(code, symbols);
    encoder.call(identity.index(), method, CallValues.arguments(value), origin);
  }

  /** Returns how many events were taken so far. */
  long taken() {
    return taken;
  }

  @Override
  public void snapshot(BreakpointSnapshot snapshot) throws IOException {
    encoder.asides().snapshot(snapshot);
  }

  @Override
  public void exception(ExceptionSnapshot exception) throws IOException {
    encoder.asides().exception(exception);
  }

  @Override
  public void finish(boolean complete) throws IOException {
    if (complete) {
      encoder.asides().openCallsEnded();
    }
    flush();
  }

  @Override
  public void flush() throws IOException {
    flush.run();
  }
}
