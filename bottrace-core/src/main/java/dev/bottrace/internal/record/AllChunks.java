package dev.bottrace.internal.record;

import dev.bottrace.internal.compact.EventDecoder;
import dev.bottrace.trace.TraceEventSink;
import dev.bottrace.trace.TraceRecording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Keeps all chunks. */
final class AllChunks implements Chunks {
  private final List<byte[]> chunks = new ArrayList<>();

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

  private static EventDecoder decoded(List<byte[]> chunks, TraceEventSink sink) throws IOException {
    EventDecoder decoder = new EventDecoder(sink);
    for (byte[] chunk : chunks) {
      decoder.decode(chunk, 0, chunk.length);
    }
    return decoder;
  }
}
