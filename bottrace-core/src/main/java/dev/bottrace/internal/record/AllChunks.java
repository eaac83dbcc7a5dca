package dev.bottrace.internal.record;

import dev.bottrace.internal.compact.EventDecoder;
import dev.bottrace.internal.compact.EventIndex;
import dev.bottrace.trace.EventValues;
import dev.bottrace.trace.TraceEventSink;
import dev.bottrace.trace.TraceRecording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps all chunks. */
final class AllChunks implements Chunks {
  private final List<byte[]> chunks = new ArrayList<>();
  private volatile @Nullable EventIndex index;

  @Override
  public void add(byte[] chunk) {
    chunks.add(chunk);
  }

  @Override
  public TraceRecording copy() {
    List<byte[]> copy = List.copyOf(chunks);
    return sink -> OpenCallsEnded.decode(decoded(copy, sink));
  }

  @Override
  public void replay(TraceEventSink sink) throws IOException {
    decoded(chunks, sink);
  }

  @Override
  public EventValues valuesOf(long event) throws IOException {
    EventIndex known = index();
    int chunk = known.chunkOf(event);
    return chunk < 0 ? EventValues.NONE : known.valuesOf(event, chunks.get(chunk));
  }

  /** Returns the index, which is made when all chunks are there. */
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

  private static EventDecoder decoded(List<byte[]> chunks, TraceEventSink sink) throws IOException {
    EventDecoder decoder = new EventDecoder(sink);
    for (byte[] chunk : chunks) {
      decoder.decode(chunk, 0, chunk.length);
    }
    return decoder;
  }
}
