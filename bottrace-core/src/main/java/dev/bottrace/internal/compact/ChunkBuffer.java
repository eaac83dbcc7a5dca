package dev.bottrace.internal.compact;

import java.io.IOException;

/**
 * The chunk at hand: the bytes of what was taken so far. What is stored counts only when the size
 * says so.
 */
final class ChunkBuffer {
  static final int HEADROOM = ChunkSink.HEADROOM;

  private static final int ASIDE_HEADER = 3 * Varints.INT;

  byte[] bytes;
  int size = HEADROOM;

  private final ChunkSink chunks;
  private final int limit;
  private final Runnable begun;

  /**
   * Makes an empty chunk.
   *
   * @param chunks takes chunks, each as it gets full
   * @param capacity bytes of a chunk; more only where one thing alone needs more
   * @param begun is called for each chunk but the first one, before anything is in it
   */
  ChunkBuffer(ChunkSink chunks, int capacity, Runnable begun) {
    this.chunks = chunks;
    this.limit = HEADROOM + capacity;
    this.begun = begun;
    this.bytes = new byte[limit];
  }

  /** Takes an aside. */
  void aside(int type, BodyWriter body) throws IOException {
    reserve(body, 0);
    size = storeAside(type, body);
  }

  /** Makes room for an aside, and for what is to be in the same chunk after it. */
  void reserve(BodyWriter body, int after) throws IOException {
    if (body.size > Integer.MAX_VALUE - 64 - HEADROOM - ASIDE_HEADER - after) {
      throw new IOException("a snapshot of 2 GB has no place in a trace");
    }
    reserve(ASIDE_HEADER + body.size + after);
  }

  /** Stores an aside, for which there is room; returns where it ends. */
  int storeAside(int type, BodyWriter body) {
    int at = Varints.store(bytes, size, EventCode.of(EventCode.MARK, 0));
    at = Varints.store(bytes, at, type);
    at = Varints.store(bytes, at, body.size);
    System.arraycopy(body.bytes, 0, bytes, at, body.size);
    return at + body.size;
  }

  /** Makes room for so many bytes. */
  void reserve(int more) throws IOException {
    if (more > limit - size) {
      makeRoom(more);
    }
  }

  /** A chunk that is larger than others holds one thing only. */
  private void makeRoom(int more) throws IOException {
    handOn();
    int needed = Math.max(limit, HEADROOM + more);
    if (bytes.length != needed) {
      bytes = new byte[needed];
    }
  }

  /** Hands on what was taken so far, and begins the next chunk. It is kept if that throws. */
  void handOn() throws IOException {
    if (size > HEADROOM) {
      chunks.chunk(bytes, HEADROOM, size);
      size = HEADROOM;
      begun.run();
    }
  }
}
