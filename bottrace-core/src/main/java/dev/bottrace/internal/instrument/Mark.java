package dev.bottrace.internal.instrument;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text to look for in class files before these are read, by the algorithm of Horspool: most bytes
 * are skipped.
 */
final class Mark {
  private final byte[] wanted;
  private final int[] skips = new int[256];

  Mark(String text) {
    this.wanted = text.getBytes(StandardCharsets.UTF_8);
    Arrays.fill(skips, wanted.length);
    for (int i = 0; i < wanted.length - 1; i++) {
      skips[wanted[i] & 0xFF] = wanted.length - 1 - i;
    }
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
