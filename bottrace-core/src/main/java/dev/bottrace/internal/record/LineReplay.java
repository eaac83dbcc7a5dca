package dev.bottrace.internal.record;

import dev.bottrace.internal.compact.EventCode;
import dev.bottrace.internal.line.EventLines;
import dev.bottrace.internal.line.LineBuffer;
import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.trace.TraceEventSink;
import dev.bottrace.trace.TracedThread;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Copies the prepared lines of events; what has none is shown to the sink by itself. */
final class LineReplay extends Replay {
  /** Lines that there has to be room for, or the buffer is written first. */
  private static final int LINES = 32;

  private final EventLines lines;

  LineReplay(SymbolTable symbols, ThreadNames names, TraceEventSink sink, EventLines lines) {
    super(symbols, names, sink);
    this.lines = lines;
  }

  @Override
  public void take(ThreadRecord thread, long most) throws IOException {
    TracedThread identity = identity(thread);
    EventRing ring = thread.ring;
    long last = ring.tail + Math.min(most, EventRing.LAST_CAPACITY);
    while (ring.tail < last && ring.hasNextInRun()) {
      long before = ring.tail;
      if (ring.values == null) {
        copy(thread, identity, last);
      }
      if (ring.tail == before) {
        takeOne(thread, identity);
      }
    }
  }

  /**
   * Copies lines up to the first event that has none, or none yet. There is room for all of them
   * before the first one is copied, so nothing can fail on the way, and no field is stored to.
   */
  private void copy(ThreadRecord thread, TracedThread identity, long last) throws IOException {
    byte[] end = lines.end(identity);
    int longest = lines.longest(identity) + end.length;
    LineBuffer buffer = lines.buffer();
    int most = buffer.room(LINES * longest) / Math.max(1, longest);
    EventRing ring = thread.ring;
    int[] codes = ring.codes;
    int from = (int) ring.tail & (codes.length - 1);
    int to = Math.min(ring.contiguous(from, last), from + most);
    byte[] @Nullable [] calls = lines.calls(identity).made();
    byte[] @Nullable [] returns = lines.returns(identity).made();
    byte[] bytes = buffer.bytes();
    int filled = buffer.ended();
    OpenCalls open = thread.open;
    int[] methods = open.methods;
    int size = open.size;
    int at = from;
    for (; at < to; at++) {
      int code = codes[at];
      byte[] line;
      if (EventCode.kind(code) == EventCode.CALL) {
        int method = EventCode.payload(code);
        line = method < calls.length ? calls[method] : null;
        if (line == null || size == methods.length) {
          break;
        }
        methods[size++] = method;
      } else if (code == EventCode.RETURN && size > 0) {
        int method = methods[size - 1];
        line = method < returns.length ? returns[method] : null;
        if (line == null) {
          break;
        }
        size--;
      } else {
        break; // an exception, or the next run, perhaps with no call open; or a return too many
      }
      System.arraycopy(line, 0, bytes, filled, line.length);
      filled += line.length;
      if (end.length > 0) {
        System.arraycopy(end, 0, bytes, filled, end.length);
        filled += end.length;
      }
    }
    buffer.ended(filled);
    open.size = size;
    ring.tail += at - from;
  }
}
