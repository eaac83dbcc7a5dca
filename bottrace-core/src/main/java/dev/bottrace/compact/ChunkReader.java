package dev.bottrace.compact;

import dev.bottrace.internal.compact.MalformedTraceException;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the chunks of a file or a stream one by one, up to the last whole one. */
final class ChunkReader implements Closeable {
  private final Object source;
  private final InputStream in;
  private long position;
  private long cut;

  private ChunkReader(Object source, InputStream in) {
    this.source = source;
    this.in = in;
  }

  /**
   * Reads how a stream begins.
   *
   * @param source what it is called in messages
   */
  static ChunkReader of(InputStream in, String source) throws IOException {
    ChunkReader chunks = new ChunkReader(source, new BufferedInputStream(in));
    chunks.begin();
    return chunks;
  }

  /** Opens a file, and reads how it begins. */
  static ChunkReader open(Path file) throws CompactTraceException {
    if (Files.isDirectory(file)) {
      throw new CompactTraceException("cannot read " + file + ": it is a directory");
    }
    if (!Files.exists(file)) {
      throw new CompactTraceException("cannot read " + file + ": there is no such file");
    }
    InputStream in = null;
    boolean begun = false;
    try {
      in = new BufferedInputStream(new FileInputStream(file.toFile())); // which alone would seek
      ChunkReader chunks = new ChunkReader(file, in);
      chunks.begin();
      begun = true;
      return chunks;
    } catch (IOException e) {
      throw e instanceof CompactTraceException own ? own : unreadable(file, e);
    } finally {
      if (!begun) {
        closeQuietly(in);
      }
    }
  }

  private static CompactTraceException unreadable(Object source, IOException e) {
    return new CompactTraceException("cannot read " + source + ": " + e.getMessage(), e);
  }

  private static void closeQuietly(@Nullable InputStream in) {
    try {
      if (in != null) {
        in.close();
      }
    } catch (IOException e) {
      return; // what is wrong with it is said already
    }
  }

  private void begin() throws IOException {
    byte[] begin = in.readNBytes(FileHeader.SIZE);
    String problem = FileHeader.problem(begin);
    if (problem != null) {
      throw new CompactTraceException(source + problem);
    }
    cut = begin.length < FileHeader.SIZE ? begin.length : 0;
    position = begin.length;
  }

  /** Reads the payload of the next chunk; null after the last one that is whole. */
  byte @Nullable [] next() throws CompactTraceException {
    byte[] header = read(ChunkHeader.SIZE);
    if (header.length < ChunkHeader.SIZE) {
      cut += header.length;
      return null;
    }
    if (!ChunkHeader.isValid(header)) {
      throw damage();
    }
    int length = ChunkHeader.length(header);
    byte[] payload = read(length);
    if (payload.length < length) {
      cut = header.length + (long) payload.length;
      return null;
    }
    if (!ChunkHeader.isOf(header, payload)) {
      throw damage();
    }
    position += header.length + length;
    return payload;
  }

  /** Takes no more memory than there are bytes, whatever was asked for. */
  private byte[] read(int length) throws CompactTraceException {
    try {
      return in.readNBytes(length);
    } catch (IOException e) {
      throw unreadable(source, e);
    }
  }

  private CompactTraceException damage() {
    return new CompactTraceException(source + " is damaged after byte " + position);
  }

  /** Returns what to say of the latest chunk, which is whole and makes no sense. */
  CompactTraceException damage(MalformedTraceException detail) {
    return new CompactTraceException(
        source + " is damaged before byte " + position + ": " + detail.getMessage(), detail);
  }

  /** Tells whether there is nothing to read at the moment. */
  boolean isIdle() throws IOException {
    return in.available() == 0;
  }

  /** Returns where the header of the next chunk stands. */
  long position() {
    return position;
  }

  /** Returns how many bytes stand after the last whole chunk. */
  long cut() {
    return cut;
  }

  /** Tells whether there is not even a first byte. */
  boolean isEmpty() {
    return position == 0;
  }

  @Override
  public void close() {
    closeQuietly(in);
  }
}
