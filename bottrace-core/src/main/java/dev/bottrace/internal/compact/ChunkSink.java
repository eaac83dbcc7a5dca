package dev.bottrace.internal.compact;

import java.io.IOException;

/** Takes the chunks of a trace, one by one. */
public interface ChunkSink {
  /** Bytes before the payload that are free for a header. */
  int HEADROOM = 32;

  /**
   * Takes a chunk whole or, if it throws, not at all.
   *
   * @param bytes hold it; not to be kept, as they are used again
   * @param from where its payload begins, with {@link #HEADROOM} free bytes before it
   * @param to where its payload ends, exclusive
   * @throws IOException if it could not be written
   */
  void chunk(byte[] bytes, int from, int to) throws IOException;
}
