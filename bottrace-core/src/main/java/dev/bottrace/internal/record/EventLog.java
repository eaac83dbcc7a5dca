package dev.bottrace.internal.record;

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
    EventEncoder encoder =
        new EventEncoder((bytes, from, to) -> chunks.add(Arrays.copyOfRange(bytes, from, to)));
    this.events = new EncodedEvents(symbols, encoder, threads::add, encoder::handOn);
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
