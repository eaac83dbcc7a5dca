package dev.bottrace.compact;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * What stands before each chunk of a file: marker, length of the payload, checksum of the payload,
 * checksum of these three. The last one tells a damaged length from the cut end of a file.
 */
final class ChunkHeader {
  /** Bytes of a header. */
  static final int SIZE = 13;

  /** Bytes of a payload at most. */
  static final int MOST = 1 << 28;

  private static final byte MARKER = (byte) 0xc7;
  private static final int CHECKED = 9;

  private ChunkHeader() {}

  /** Stores the header of a payload right before it. */
  static void store(byte[] bytes, int from, int to) {
    int begin = from - SIZE;
    ByteBuffer header = ByteBuffer.wrap(bytes, begin, SIZE);
    header.put(MARKER).putInt(to - from).putInt(checksum(bytes, from, to - from));
    header.putInt(checksum(bytes, begin, CHECKED));
  }

  static boolean isValid(byte[] header) {
    ByteBuffer fields = ByteBuffer.wrap(header);
    return fields.get(0) == MARKER
        && length(header) >= 0
        && length(header) <= MOST
        && fields.getInt(CHECKED) == checksum(header, 0, CHECKED);
  }

  static int length(byte[] header) {
    return ByteBuffer.wrap(header).getInt(1);
  }

  static boolean isOf(byte[] header, byte[] payload) {
    return ByteBuffer.wrap(header).getInt(5) == checksum(payload, 0, payload.length);
  }

  private static int checksum(byte[] bytes, int from, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, from, length);
    return (int) checksum.getValue();
  }
}
