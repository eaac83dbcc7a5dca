package dev.bottrace.compact;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How a file begins: bytes that tell it from all others, and the version of the format. */
final class FileHeader {
  /** Bytes of it: those of a file that was sent as text differ. */
  private static final byte[] MAGIC = {(byte) 0x89, 'B', 'T', '\r', '\n', 0x1a, '\n'};

  private static final byte VERSION = 1;

  /** Bytes of a header. */
  static final int SIZE = MAGIC.length + 1;

  private FileHeader() {}

  static void store(byte[] bytes, int from) {
    System.arraycopy(MAGIC, 0, bytes, from, MAGIC.length);
    bytes[from + MAGIC.length] = VERSION;
  }

  /**
   * Finds out what is wrong with the beginning of a file.
   *
   * @param begin its first bytes, fewer than {@link #SIZE} only if there are no more
   * @return what to say after its name; null if nothing is wrong
   */
  static @Nullable String problem(byte[] begin) {
    int present = Math.min(begin.length, MAGIC.length);
    if (!Arrays.equals(begin, 0, present, MAGIC, 0, present)) {
      return " is no trace in compact form";
    }
    if (begin.length == SIZE && begin[MAGIC.length] != VERSION) {
      return " is of version "
          + (begin[MAGIC.length] & 0xff)
          + " of the compact form; this bottrace reads version "
          + VERSION;
    }
    return null;
  }
}
