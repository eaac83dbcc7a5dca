package dev.bottrace.compatibility;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads lines as bytes: a trace has many millions of them. */
final class LineReader {
  private final InputStream in;
  private byte[] bytes = new byte[1 << 18];
  private int begin;
  private int end;
  private int limit;

  /** Makes a reader of a stream. */
  LineReader(InputStream in) {
    this.in = in;
  }

  /** Goes on to the next line; false if there is none. */
  boolean next() throws IOException {
    begin = limit == 0 ? 0 : end + 1;
    end = begin;
    while (true) {
      while (end < limit) {
        if (bytes[end] == '\n') {
          return true;
        }
        end++;
      }
      if (!fill()) {
        return begin < limit;
      }
    }
  }

  private boolean fill() throws IOException {
    int kept = Math.max(0, limit - begin);
    if (kept == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * kept);
    } else {
      System.arraycopy(bytes, Math.min(begin, limit), bytes, 0, kept);
      end -= begin;
      begin = 0;
      limit = kept;
    }
    int read = in.read(bytes, limit, bytes.length - limit);
    limit += Math.max(0, read);
    return read > 0;
  }

  /** Whether the line begins so. */
  boolean startsWith(byte[] prefix) {
    return length() >= prefix.length
        && Arrays.equals(bytes, begin, begin + prefix.length, prefix, 0, prefix.length);
  }

  /**
   * Returns where the first of such bytes is at or behind an index of the line; its length if none
   * is.
   */
  int find(char character, int from) {
    for (int i = begin + from; i < end; i++) {
      if (bytes[i] == character) {
        return i - begin;
      }
    }
    return length();
  }

  /** Returns where the last of such bytes is, or -1. */
  int findLast(char character) {
    for (int i = end - 1; i >= begin; i--) {
      if (bytes[i] == character) {
        return i - begin;
      }
    }
    return -1;
  }

  /** Returns a number that stands for a part of the line: another part has another one. */
  long number(int from, int to) {
    long number = 0xcbf29ce484222325L;
    for (int i = begin + from; i < begin + to; i++) {
      number = (number ^ bytes[i]) * 0x100000001b3L;
    }
    return number;
  }

  /** Returns how many bytes the line has. */
  int length() {
    return end - begin;
  }

  /** Returns the line. */
  String text() {
    return new String(bytes, begin, end - begin, StandardCharsets.UTF_8);
  }
}
