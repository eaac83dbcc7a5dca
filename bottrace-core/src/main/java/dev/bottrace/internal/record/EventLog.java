package dev.bottrace.internal.record;

import dev.bottrace.internal.compact.EventEncoder;
import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.trace.EventValues;
import dev.bottrace.trace.TraceEventSink;
import dev.bottrace.trace.TraceRecording;
import dev.bottrace.trace.TracedThread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Events in memory, in the order of the trace and in compact form: about two bytes each. Not to be
 * read before its recorder has finished, but for {@link #soFar}.
 */
public final class EventLog implements TraceRecording {
  private final Chunks chunks;
  private final List<TracedThread> threads = new ArrayList<>();
  private final EncodedEvents events;

  /**
   * Makes an empty log.
   *
   * @param symbols names methods and exceptions
   */
  public EventLog(SymbolTable symbols) {
    this(symbols, Long.MAX_VALUE, false);
  }

  private EventLog(SymbolTable symbols, long keepLast, boolean shared) {
    boolean all = keepLast == Long.MAX_VALUE;
    this.chunks = all ? new AllChunks() : new LastChunks(keepLast, this::taken);
    EventEncoder encoder =
        !all
            ? EventEncoder.wholeChunks(chunks::add)
            : shared ? EventEncoder.sparse(chunks::add) : new EventEncoder(chunks::add);
    this.events =
        new EncodedEvents(symbols, encoder, all ? threads::add : thread -> {}, encoder::handOn);
  }

  /**
   * Makes an empty log.
   *
   * @param symbols names methods and exceptions
   * @param keepLast how many events are kept, the last ones; {@code Long.MAX_VALUE} is all
   * @return the log
   */
  public static EventLog keeping(SymbolTable symbols, long keepLast) {
    return new EventLog(symbols, keepLast, false);
  }

  private long taken() {
    return events.taken();
  }

  /**
   * Makes an empty log for a few methods of a table that has those of others too.
   *
   * @param symbols names methods and exceptions
   * @param keepLast how many events are kept, the last ones; {@code Long.MAX_VALUE} is all
   * @return the log
   */
  public static EventLog sharing(SymbolTable symbols, long keepLast) {
    return new EventLog(symbols, keepLast, true);
  }

  /** Returns what fills it. */
  EventConsumer consumer() {
    return events;
  }

  /**
   * Returns what is there so far, with all open calls ended. To be called while its recorder is at
   * rest.
   *
   * @return events that nothing more comes to
   */
  public Snapshot soFar() {
    try {
      events.flush();
      return new Snapshot(chunks.copy(), threads(), dropped());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // does not happen in memory
    }
  }

  /**
   * What was there at some time.
   *
   * @param recording the events
   * @param threads those that have events, in the order of their first ones
   * @param dropped how many events were there before them
   */
  public record Snapshot(TraceRecording recording, List<TracedThread> threads, long dropped) {}

  /**
   * Returns what is there when the recorder has finished.
   *
   * @return events that nothing more comes to
   */
  public Snapshot whole() {
    return new Snapshot(this, threads(), dropped());
  }

  /**
   * Returns the threads that have events.
   *
   * @return in the order of their first ones
   */
  public List<TracedThread> threads() {
    return chunks instanceof LastChunks last ? last.threads() : List.copyOf(threads);
  }

  private long dropped() {
    return chunks instanceof LastChunks last ? last.dropped() : 0;
  }

  @Override
  public void replay(TraceEventSink sink) throws IOException {
    chunks.replay(sink);
  }

  @Override
  public EventValues valuesOf(long event) throws IOException {
    return chunks.valuesOf(event);
  }
}
