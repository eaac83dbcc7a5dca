package dev.bottrace.compact;

import dev.bottrace.internal.compact.EventIndex;
import dev.bottrace.internal.compact.MalformedTraceException;
import dev.bottrace.trace.EventValues;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where in a file the chunks stand, and the one that was read last. */
final class ChunkIndex {
  private final Path file;
  private final List<Long> headers = new ArrayList<>();
  private final EventIndex events = new EventIndex();
  private volatile Latest latest = new Latest(-1, new byte[0]);

  private ChunkIndex(Path file) {
    this.file = file;
  }

  /** A chunk. */
  private static final class Latest {
    final int number;
    final byte[] payload;

    Latest(int number, byte[] payload) {
      this.number = number;
      this.payload = payload;
    }
  }

  static ChunkIndex of(Path file) throws CompactTraceException {
    ChunkIndex index = new ChunkIndex(file);
    try (ChunkReader chunks = ChunkReader.open(file)) {
      while (index.add(chunks)) {}
    }
    return index;
  }

  private boolean add(ChunkReader chunks) throws CompactTraceException {
    long header = chunks.position();
    byte @Nullable [] payload = chunks.next();
    if (payload == null) {
      return false;
    }
    headers.add(header);
    try {
      events.add(payload, 0, payload.length);
    } catch (MalformedTraceException e) {
      throw chunks.damage(e);
    }
    return true;
  }

  EventValues valuesOf(long event) throws IOException {
    int chunk = events.chunkOf(event);
    if (chunk < 0) {
      return EventValues.NONE;
    }
    byte[] payload = payload(chunk);
    return events.valuesOf(event, payload, 0, payload.length);
  }

  private byte[] payload(int chunk) throws IOException {
    Latest known = latest;
    if (known.number != chunk) {
      known = new Latest(chunk, read(headers.get(chunk)));
      latest = known;
    }
    return known.payload;
  }

  private byte[] read(long position) throws IOException {
    byte[] header = new byte[ChunkHeader.SIZE];
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      in.seek(position);
      in.readFully(header);
      byte[] payload = new byte[ChunkHeader.length(header)];
      in.readFully(payload);
      return payload;
    }
  }
}
