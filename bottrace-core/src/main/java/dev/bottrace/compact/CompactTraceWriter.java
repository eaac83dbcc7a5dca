package dev.bottrace.compact;

import dev.bottrace.internal.compact.EncodingSink;
import dev.bottrace.internal.compact.EventCode;
import dev.bottrace.internal.compact.EventEncoder;
import dev.bottrace.trace.Argument;
import dev.bottrace.trace.BreakpointSnapshot;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.ExceptionSnapshot;
import dev.bottrace.trace.Receipt;
import dev.bottrace.trace.TaskOrigin;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a trace in compact form: about two bytes an event, from which {@link CompactTrace} makes
 * the same events again.
 *
 * <p>A return closes the innermost open call of its thread, whatever method it names, and depth
 * follows from that: events have to nest as those of a run do. There is no place for ids of methods
 * and indexes of threads of 2^24 and more, for values that are nested more than 1000 levels deep,
 * and for a snapshot of more than 256 MB: they fail as a write does.
 *
 * <p>After a write has failed nothing more is written, and later ones fail in the same way. For use
 * by one thread at a time.
 */
@SuppressWarnings("exports") // what it extends is for the recorder alone
public final class CompactTraceWriter extends EncodingSink {
  private final ChunkWriter chunks;
  private final EventEncoder encoder;
  private final BitSet methods = new BitSet();
  private final BitSet threads = new BitSet();
  private final Map<String, Integer> exceptionIds = new HashMap<>();
  private int lastThread = -1;

  /**
   * Makes a writer.
   *
   * @param out where the chunks go, each by one call of {@code write}; never closed
   */
  public CompactTraceWriter(OutputStream out) {
    this(new ChunkWriter(out));
  }

  private CompactTraceWriter(ChunkWriter chunks) {
    this(chunks, new EventEncoder(chunks));
  }

  private CompactTraceWriter(ChunkWriter chunks, EventEncoder encoder) {
    super(encoder);
    this.chunks = chunks;
    this.encoder = encoder;
  }

  @Override
  public void call(TracedMethod method, TracedThread thread, int depth, List<Argument> arguments)
      throws IOException {
    ready(method, thread);
    encoder.call(thread.index(), method.id(), arguments);
  }

  @Override
  public void call(
      TracedMethod method,
      TracedThread thread,
      int depth,
      List<Argument> arguments,
      TaskOrigin origin)
      throws IOException {
    define(origin.method());
    define(origin.thread());
    ready(method, thread);
    encoder.call(thread.index(), method.id(), arguments, origin);
  }

  private void ready(TracedMethod method, TracedThread thread) throws IOException {
    define(method);
    if (thread.index() != lastThread) {
      define(thread);
      lastThread = thread.index();
    }
  }

  @Override
  public void returned(
      TracedMethod method,
      TracedThread thread,
      int depth,
      @Nullable String thrown,
      @Nullable String value)
      throws IOException {
    int code =
        thrown == null
            ? EventCode.of(EventCode.RETURN, 0)
            : EventCode.of(EventCode.THROWN, exceptionId(thrown));
    if (value == null) {
      encoder.event(thread.index(), code);
    } else {
      encoder.returned(thread.index(), code, value);
    }
  }

  /** Defines it again where there was no stack left to note that it is defined. */
  private void define(TracedMethod method) throws IOException {
    if (!methods.get(method.id())) {
      encoder.asides().define(method);
      methods.set(method.id());
    }
  }

  private void define(TracedThread thread) throws IOException {
    if (!threads.get(thread.index())) {
      encoder.asides().define(thread);
      threads.set(thread.index());
    }
  }

  private int exceptionId(String name) throws IOException {
    Integer known = exceptionIds.get(name);
    if (known != null) {
      return known;
    }
    int id = exceptionIds.size();
    encoder.asides().define(id, name);
    exceptionIds.put(name, id);
    return id;
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
  public void counts(Iterable<CallCount> counts) throws IOException {
    List<CallCount> all = new ArrayList<>();
    for (CallCount count : counts) {
      define(count.method());
      all.add(count);
    }
    encoder.asides().counts(all);
  }

  @Override
  public void receipts(List<Receipt> receipts) throws IOException {
    if (!receipts.isEmpty()) {
      encoder.asides().receipts(receipts);
    }
  }

  /** Writes that the trace is whole, and hands on what is left. */
  @Override
  public void finish() throws IOException {
    encoder.asides().end();
    flush();
  }

  @Override
  public void flush() throws IOException {
    encoder.handOn();
    chunks.flush();
  }
}
