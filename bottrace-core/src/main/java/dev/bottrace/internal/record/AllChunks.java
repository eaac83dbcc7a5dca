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

/**
 * Keeps all chunks, one behind the other in arrays that grow with what there is. Of large arrays a
 * collector moves few or none, where it would move small ones again and again.
 */
final class AllChunks implements Chunks {
  /** Below a power of two, so that the array with its header fits into regions of that size. */
  private static final int LARGEST_ARRAY = (4 << 20) - (1 << 10);

  private final List<Chunk> chunks = new ArrayList<>();
  private byte[] array = {};
  private int used;
  private long held;
  private volatile @Nullable EventIndex index;

  @Override
  public void add(byte[] bytes, int from, int to) {
    int length = to - from;
    if (array.length - used < length) {
      array = larger(length);
      used = 0;
    }
    System.arraycopy(bytes, from, array, used, length);
    chunks.add(new Chunk(array, used, used + length));
    used += length;
    held += length;
  }

  /** Half of what is held already, so that little is unused at any time. */
  private byte[] larger(int least) {
    try {
      return new byte[(int) Math.max(least, Math.min(LARGEST_ARRAY, held / 2))];
    } catch (OutOfMemoryError e) {
      return new byte[least];
    }
  }

  /** A part of an array that is not changed any more. */
  private static final class Chunk {
    private final byte[] bytes;
    private final int from;
    private final int to;

    Chunk(byte[] bytes, int from, int to) {
      this.bytes = bytes;
      this.from = from;
      this.to = to;
    }
  }

  @Override
  public TraceRecording copy() {
    List<Chunk> copy = List.copyOf(chunks);
    return sink -> OpenCallsEnded.decode(decoded(copy, sink));
  }

  @Override
  public void replay(TraceEventSink sink) throws IOException {
    decoded(chunks, sink);
  }

  @Override
  public EventValues valuesOf(long event) throws IOException {
    EventIndex known = index();
    int number = known.chunkOf(event);
    if (number < 0) {
      return EventValues.NONE;
    }
    Chunk chunk = chunks.get(number);
    return known.valuesOf(event, chunk.bytes, chunk.from, chunk.to);
  }

  /** Returns the index, which is made when all chunks are there. */
  private EventIndex index() throws IOException {
    EventIndex known = index;
    if (known == null) {
      known = new EventIndex();
      for (Chunk chunk : chunks) {
        known.add(chunk.bytes, chunk.from, chunk.to);
      }
      index = known;
    }
    return known;
  }

  private static EventDecoder decoded(List<Chunk> chunks, TraceEventSink sink) throws IOException {
    EventDecoder decoder = new EventDecoder(sink);
    for (Chunk chunk : chunks) {
      decoder.decode(chunk.bytes, chunk.from, chunk.to);
    }
    return decoder;
  }
}
