package dev.bottrace.internal.record;

import dev.bottrace.internal.compact.EventDecoder;
import dev.bottrace.internal.compact.EventEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What stands after the events of a recording that goes on: its open calls are to be shown as such.
 */
final class OpenCallsEnded {
  private static final byte[] CHUNK = chunk();

  private OpenCallsEnded() {}

  private static byte[] chunk() {
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    EventEncoder encoder =
        new EventEncoder((bytes, from, to) -> chunk.write(bytes, from, to - from));
    try {
      encoder.asides().openCallsEnded();
      encoder.handOn();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // does not happen in memory
    }
    return chunk.toByteArray();
  }

  static void decode(EventDecoder decoder) throws IOException {
    decoder.decode(CHUNK, 0, CHUNK.length);
  }
}
