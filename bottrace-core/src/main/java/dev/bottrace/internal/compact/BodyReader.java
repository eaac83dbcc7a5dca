package dev.bottrace.internal.compact;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what a {@link BodyWriter} wrote, or a part of a chunk; believes nothing. */
final class BodyReader {
  private final byte[] bytes;
  private final int end;
  private int at;
  private int nested;

  BodyReader(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.at = from;
    this.end = to;
  }

  boolean hasMore() {
    return at < end;
  }

  /** Returns where the next byte stands. */
  int position() {
    return at;
  }

  /** Goes back to where something stood. */
  void position(int before) {
    at = before;
  }

  int number() throws MalformedTraceException {
    int first = next();
    return first < 0x80 ? first : number(first);
  }

  private int number(int first) throws MalformedTraceException {
    int number = first & 0x7f;
    for (int shift = 7; shift <= 28; shift += 7) {
      int next = next();
      number |= (next & 0x7f) << shift;
      if (next < 0x80) {
        if (shift == 28 && next > 0xf) {
          break;
        }
        return number;
      }
    }
    throw new MalformedTraceException("a number has too many bits");
  }

  long longNumber() throws MalformedTraceException {
    long number = 0;
    for (int shift = 0; shift <= 63; shift += 7) {
      int next = next();
      number |= (next & 0x7fL) << shift;
      if (next < 0x80) {
        if (shift == 63 && next > 1) {
          break;
        }
        return number;
      }
    }
    throw new MalformedTraceException("a number has too many bits");
  }

  private int next() throws MalformedTraceException {
    if (at == end) {
      throw new MalformedTraceException("something ends too early");
    }
    return bytes[at++] & 0xff;
  }

  boolean flag() throws MalformedTraceException {
    return number() != 0;
  }

  /** Reads how many bytes follow. */
  int length() throws MalformedTraceException {
    int length = number();
    if (length < 0 || length > end - at) {
      throw new MalformedTraceException("something ends too early");
    }
    return length;
  }

  /** Reads a part, given as its length and that many bytes. */
  BodyReader part() throws MalformedTraceException {
    int length = length();
    BodyReader part = new BodyReader(bytes, at, at + length);
    at += length;
    return part;
  }

  String text() throws MalformedTraceException {
    int length = length();
    int from = at;
    at += length;
    for (int i = from; i < at; i++) {
      if (bytes[i] < 0) {
        return decoded(from, at);
      }
    }
    return new String(bytes, from, length, StandardCharsets.US_ASCII);
  }

  private String decoded(int from, int to) throws MalformedTraceException {
    StringBuilder text = new StringBuilder(to - from);
    for (int i = from; i < to; ) {
      int first = bytes[i++];
      if (first >= 0) {
        text.append((char) first);
        continue;
      }
      int more = (first & 0xe0) == 0xc0 ? 1 : (first & 0xf0) == 0xe0 ? 2 : 3;
      int codePoint = more == 3 ? first & 7 : first & 0x3f >> more;
      if ((first & 0xc0) != 0xc0 || (first & 0xf8) == 0xf8 || i + more > to) {
        throw new MalformedTraceException("a text is not UTF-8");
      }
      for (int last = i + more; i < last; i++) {
        if ((bytes[i] & 0xc0) != 0x80) {
          throw new MalformedTraceException("a text is not UTF-8");
        }
        codePoint = (codePoint << 6) | (bytes[i] & 0x3f);
      }
      if (codePoint > Character.MAX_CODE_POINT) {
        throw new MalformedTraceException("a text is not UTF-8");
      }
      text.appendCodePoint(codePoint);
    }
    return text.toString();
  }

  /** Reads one element of a list, which takes one byte at least. */
  interface Form<T> {
    T read() throws MalformedTraceException;
  }

  <T> List<T> list(Form<T> form) throws MalformedTraceException {
    int count = length(); // of elements, each of which has a byte or more
    List<T> elements = new ArrayList<>(Math.min(count, 64));
    for (int i = 0; i < count; i++) {
      elements.add(form.read());
    }
    return elements;
  }

  /** Reads something that may hold more of its kind. */
  <T> T nested(Form<T> form) throws MalformedTraceException {
    if (nested == Aside.MOST_NESTED) {
      throw new MalformedTraceException("values are nested too deeply");
    }
    nested++;
    T value = form.read();
    nested--;
    return value;
  }
}
