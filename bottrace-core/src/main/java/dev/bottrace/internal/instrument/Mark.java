package dev.bottrace.internal.instrument;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes to look for in class files before these are read, by the algorithm of Horspool: most bytes
 * are skipped.
 */
final class Mark {
  private final byte[] wanted;
  private final int[] skips = new int[256];

  private Mark(byte[] wanted) {
    this.wanted = wanted;
    Arrays.fill(skips, wanted.length);
    for (int i = 0; i < wanted.length - 1; i++) {
      skips[wanted[i] & 0xFF] = wanted.length - 1 - i;
    }
  }

  /** Looks for a text that is part of any constant. */
  static Mark part(String text) {
    return new Mark(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Looks for a text that is a constant of its own, as names are; not longer than 255 bytes. */
  static Mark constant(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] wanted = new byte[bytes.length + 3];
    wanted[0] = 1; // the tag, then the length
    wanted[2] = (byte) bytes.length;
    System.arraycopy(bytes, 0, wanted, 3, bytes.length);
    return new Mark(wanted);
  }

  /** Tells whether it stands anywhere in a class file. */
  boolean isIn(byte[] classFile) {
    int last = wanted.length - 1;
    byte lastByte = wanted[last];
    for (int end = last; end < classFile.length; end += skips[classFile[end] & 0xFF]) {
      if (classFile[end] == lastByte
          && Arrays.equals(classFile, end - last, end, wanted, 0, last)) {
        return true;
      }
    }
    return false;
  }
}
