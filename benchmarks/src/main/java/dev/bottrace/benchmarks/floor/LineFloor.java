package dev.bottrace.benchmarks.floor;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * F-text and F-bin: at each entry and exit, a prepared line of 40 or 4 bytes is copied into a
 * buffer of the current thread, which is written out when it is full.
 */
public final class LineFloor {
  private static final int METHODS = 1024;
  private static final int CAPACITY = 128 * 1024;
  private static final byte[][] CALLS = new byte[METHODS][];
  private static final byte[][] RETURNS = new byte[METHODS][];
  private static final Queue<Buffer> ALL = new ConcurrentLinkedQueue<>();
  private static final ThreadLocal<Buffer> BUFFER = ThreadLocal.withInitial(LineFloor::buffer);

  private static OutputStream out = OutputStream.nullOutputStream();

  private LineFloor() {}

  /**
   * Prepares the lines.
   *
   * @param file where they go
   * @param bytes of each line
   */
  public static void open(OutputStream file, int bytes) {
    out = file;
    for (int method = 0; method < METHODS; method++) {
      CALLS[method] = line(method, 'C', bytes);
      RETURNS[method] = line(method, 'R', bytes);
    }
  }

  private static byte[] line(int method, char kind, int bytes) {
    byte[] line = new byte[bytes];
    Arrays.fill(line, (byte) kind);
    line[0] = (byte) method;
    line[bytes - 1] = '\n';
    return line;
  }

  /**
   * A method begins.
   *
   * @param method its id
   */
  public static void enter(int method) {
    BUFFER.get().add(CALLS[method]);
  }

  /**
   * A method returns.
   *
   * @param method its id
   */
  public static void exit(int method) {
    BUFFER.get().add(RETURNS[method]);
  }

  /** Writes what the threads have left, none of which may be calling meanwhile. */
  static void flush() {
    ALL.forEach(Buffer::write);
  }

  private static Buffer buffer() {
    Buffer buffer = new Buffer();
    ALL.add(buffer);
    return buffer;
  }

  private static final class Buffer {
    private final byte[] bytes = new byte[CAPACITY];
    private int size;

    void add(byte[] line) {
      if (size + line.length > CAPACITY) {
        write();
      }
      System.arraycopy(line, 0, bytes, size, line.length);
      size += line.length;
    }

    void write() {
      try {
        out.write(bytes, 0, size);
        size = 0;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
