package dev.bottrace.internal.compact;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * The body of an aside while it is made. Numbers are varints; texts are UTF-8, in which the halves
 * of surrogate pairs that stand alone are written like other characters ("WTF-8").
 */
final class BodyWriter {
  private static final int CAPACITY = 1 << 12;
  private static final int KEPT = 1 << 20;

  byte[] bytes = new byte[CAPACITY];
  int size;

  /** Forgets what is there, and the memory of a very large body. */
  void clear() {
    size = 0;
    if (bytes.length > KEPT) {
      bytes = new byte[CAPACITY];
    }
  }

  BodyWriter number(int number) throws IOException {
    reserve(Varints.INT);
    size = Varints.store(bytes, size, number);
    return this;
  }

  BodyWriter number(long number) throws IOException {
    reserve(Varints.LONG);
    size = Varints.store(bytes, size, number);
    return this;
  }

  BodyWriter flag(boolean flag) throws IOException {
    return number(flag ? 1 : 0);
  }

  BodyWriter text(String text) throws IOException {
    long length = length(text);
    if (length > Integer.MAX_VALUE) {
      throw tooLarge();
    }
    number((int) length);
    reserve((int) length);
    int at = size;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      at = store(bytes, at, codePoint);
      i += Character.charCount(codePoint);
    }
    size = at;
    return this;
  }

  private static long length(String text) {
    long length = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      length += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
      i += Character.charCount(codePoint);
    }
    return length;
  }

  private static int store(byte[] bytes, int from, int codePoint) {
    int at = from;
    if (codePoint < 0x80) {
      bytes[at++] = (byte) codePoint;
      return at;
    }
    if (codePoint < 0x800) {
      bytes[at++] = (byte) (0xc0 | (codePoint >> 6));
    } else {
      if (codePoint < 0x10000) {
        bytes[at++] = (byte) (0xe0 | (codePoint >> 12));
      } else {
        bytes[at++] = (byte) (0xf0 | (codePoint >> 18));
        bytes[at++] = (byte) (0x80 | ((codePoint >> 12) & 0x3f));
      }
      bytes[at++] = (byte) (0x80 | ((codePoint >> 6) & 0x3f));
    }
    bytes[at++] = (byte) (0x80 | (codePoint & 0x3f));
    return at;
  }

  /** Writes one element of a list. */
  interface Form<T> {
    void write(T element) throws IOException;
  }

  <T> BodyWriter list(List<T> elements, Form<T> form) throws IOException {
    number(elements.size());
    for (T element : elements) {
      form.write(element);
    }
    return this;
  }

  private void reserve(int more) throws IOException {
    if (more > bytes.length - size) {
      long wanted = Math.max(2L * bytes.length, (long) size + more);
      int most = Integer.MAX_VALUE - 64;
      if ((long) size + more > most) {
        throw tooLarge();
      }
      bytes = Arrays.copyOf(bytes, (int) Math.min(wanted, most));
    }
  }

  private static IOException tooLarge() {
    return new IOException("a snapshot of more than 2 GB has no place in a trace");
  }
}
