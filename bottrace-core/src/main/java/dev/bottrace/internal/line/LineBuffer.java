package dev.bottrace.internal.line;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Collects lines, and writes them to a stream many at a time, but never part of one. A line that is
 * not ended is forgotten when the next one begins. For use by one thread at a time.
 */
public final class LineBuffer {
  /** Bytes that are written at a time, unless one line has more. */
  static final int CAPACITY = 1 << 16;

  /**
   * The same where blocks change hands. With a quarter of this a trace took a tenth longer: each
   * call of the system costs something besides its bytes.
   */
  static final int BLOCK = 1 << 18;

  private final OutputStream out;
  private final @Nullable BlockStream blocks;
  private final int capacity;
  private byte[] bytes;
  private int ended;
  private int size;
  private boolean broken;

  /**
   * Makes an empty buffer.
   *
   * @param out where the lines go
   */
  public LineBuffer(OutputStream out) {
    this.out = out;
    this.blocks = out instanceof BlockStream stream ? stream : null;
    this.capacity = blocks == null ? CAPACITY : BLOCK;
    this.bytes = new byte[capacity + (capacity >> 2)];
  }

  /** Begins a line. */
  public void begin() {
    size = ended;
  }

  /**
   * Adds a whole line.
   *
   * @param line ASCII or UTF-8, with its end
   * @throws IOException if the buffer was full and could not be written; the line is not in it then
   */
  public void line(byte[] line) throws IOException {
    int at = roomFor(line.length);
    System.arraycopy(line, 0, bytes, at, line.length);
    ended = at + line.length;
  }

  /**
   * Adds a whole line in two parts.
   *
   * @param start ASCII or UTF-8
   * @param end the same, with the line's end
   * @throws IOException if the buffer was full and could not be written; the line is not in it then
   */
  public void line(byte[] start, byte[] end) throws IOException {
    int at = roomFor(start.length + end.length);
    System.arraycopy(start, 0, bytes, at, start.length);
    System.arraycopy(end, 0, bytes, at + start.length, end.length);
    ended = at + start.length + end.length;
  }

  /**
   * Makes room for lines that the caller copies into {@link #bytes} itself, from {@link #ended} on.
   * A line that was begun is forgotten.
   *
   * @param least how many bytes there have to be room for
   * @return for how many there is
   * @throws IOException if the buffer was full and could not be written
   */
  public int room(int least) throws IOException {
    if (bytes.length - ended < least) {
      makeRoomFor(least);
    }
    begin();
    return bytes.length - ended;
  }

  /**
   * Returns the array that holds the lines, until they are written.
   *
   * @return to be written to from {@link #ended} on
   */
  public byte[] bytes() {
    return bytes;
  }

  /**
   * Returns where the lines end.
   *
   * @return an index of {@link #bytes}
   */
  public int ended() {
    return ended;
  }

  /**
   * Says that there are more lines now.
   *
   * @param end where they end
   */
  public void ended(int end) {
    ended = end;
    size = end;
  }

  /** Returns where the line begins, behind which there is room for it. */
  private int roomFor(int length) throws IOException {
    return ended + length <= capacity ? ended : makeRoomFor(length);
  }

  private int makeRoomFor(int length) throws IOException {
    begin();
    if (ended > 0) {
      write();
    }
    if (length > bytes.length) {
      bytes = new byte[length];
    }
    return ended;
  }

  /**
   * Adds to the line.
   *
   * @param part ASCII or UTF-8
   */
  public void append(byte[] part) {
    int at = size;
    if (at + part.length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, at + part.length));
    }
    System.arraycopy(part, 0, bytes, at, part.length);
    size = at + part.length;
  }

  /**
   * Adds one character to the line.
   *
   * @param character ASCII
   */
  public void append(char character) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    bytes[size++] = (byte) character;
  }

  /**
   * Adds a number to the line.
   *
   * @param number not negative
   */
  public void append(int number) {
    if (number >= 10) {
      append(number / 10);
    }
    append((char) ('0' + number % 10));
  }

  /**
   * Ends the line.
   *
   * @throws IOException if the buffer was full and could not be written; the line is not in it then
   */
  public void end() throws IOException {
    append('\n');
    if (size > capacity) {
      write();
    }
    ended = size;
  }

  /** Writes the lines that have ended, and moves the one that has not to the front. */
  private void write() throws IOException {
    if (broken) {
      throw new IOException("a thread was stopped that was just writing it");
    }
    int written = ended;
    byte[] from = bytes;
    try {
      if (blocks != null) {
        bytes = blocks.exchange(from, written);
      } else {
        out.write(from, 0, written);
      }
      ended = 0;
      System.arraycopy(from, written, bytes, 0, size - written);
      size -= written;
    } catch (Error e) {
      broken = !(e instanceof VirtualMachineError); // Thread.stop: who knows what was written?
      throw e;
    }
  }

  /**
   * Writes all lines that have ended.
   *
   * @throws IOException if they could not be written
   */
  public void flush() throws IOException {
    if (ended > 0) {
      size = ended;
      write();
    }
    out.flush();
  }
}
