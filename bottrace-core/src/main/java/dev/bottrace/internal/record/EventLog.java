package dev.bottrace.internal.record;

import dev.bottrace.internal.compact.ChunkSink;
import dev.bottrace.internal.compact.EventDecoder;
import dev.bottrace.internal.compact.EventEncoder;
import dev.bottrace.internal.compact.EventIndex;
import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.trace.EventValues;
import dev.bottrace.trace.TraceEventSink;
import dev.bottrace.trace.TraceRecording;
import dev.bottrace.trace.TracedThread;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events in memory, in the order of the trace and in compact form: about two bytes each. Not to be
 * read before its recorder has finished.
 */
public final class EventLog implements TraceRecording {
  private final List<byte[]> chunks = new ArrayList<>();
  private final List<TracedThread> threads = new ArrayList<>();
  private final EncodedEvents events;
  private volatile @Nullable EventIndex index;

  /**
   * Makes an empty log.
   *
   * @param symbols names methods and exceptions
   */
  public EventLog(SymbolTable symbols) {
    this(symbols, false);
  }

  private EventLog(SymbolTable symbols, boolean sparse) {
    ChunkSink keep = (bytes, from, to) -> chunks.add(Arrays.copyOfRange(bytes, from, to));
    EventEncoder encoder = sparse ? EventEncoder.sparse(keep) : new EventEncoder(keep);
    this.events = new EncodedEvents(symbols, encoder, threads::add, encoder::handOn);
  }

  /**
   * Makes an empty log for a few methods of a table that has those of others too.
   *
   * @param symbols names methods and exceptions
   * @return the log
   */
  public static EventLog sharing(SymbolTable symbols) {
    return new EventLog(symbols, true);
  }

  /**
   * Returns what is there so far, with all open calls ended. To be called while its recorder is at
   * rest.
   *
   * @return a log that nothing more comes to
   */
  public EventLog soFar() {
    EventLog copy = new EventLog(new SymbolTable());
    copy.chunks.addAll(chunks);
    copy.threads.addAll(threads);
    copy.events.end();
    return copy;
  }

  /** Returns what fills it. */
  EventConsumer consumer() {
    return events;
  }

  /**
   * Returns the threads that have events.
   *
   * @return in the order of their first ones
   */
  public List<TracedThread> threads() {
    return threads;
  }

  @Override
  public void replay(TraceEventSink sink) throws IOException {
    EventDecoder decoder = new EventDecoder(sink);
    for (byte[] chunk : chunks) {
      decoder.decode(chunk, 0, chunk.length);
    }
  }

  @Override
  public EventValues valuesOf(long event) throws IOException {
    EventIndex known = index();
    int chunk = known.chunkOf(event);
    return chunk < 0 ? EventValues.NONE : known.valuesOf(event, chunks.get(chunk));
  }

  private EventIndex index() throws IOException {
    EventIndex known = index;
    if (known == null) {
      known = new EventIndex();
      for (byte[] chunk : chunks) {
        known.add(chunk);
      }
      index = known;
    }
    return known;
  }
}
