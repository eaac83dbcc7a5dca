package dev.bottrace.internal.launch;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Keeps what a program prints, up to a bound. Safe for use by any number of threads. */
final class CapturedStream extends OutputStream {
  /** How many bytes are kept. */
  static final int LIMIT = 8 << 20;

  /** As the JDK has it: what a program leaves in the buffer at its end is lost. */
  private static final int BUFFER = 128;

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private long size;

  /** Returns what the program prints to. */
  PrintStream stream() {
    return new PrintStream(new BufferedOutputStream(this, BUFFER), true, StandardCharsets.UTF_8);
  }

  @Override
  public synchronized void write(int b) {
    if (size < LIMIT) {
      kept.write(b);
    }
    size++;
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    kept.write(bytes, offset, (int) Math.min(length, Math.max(0, LIMIT - size)));
    size += length;
  }

  /** Tells how many bytes the program has printed. */
  synchronized long size() {
    return size;
  }

  /** Returns what was kept, in whole characters. */
  synchronized String text() {
    byte[] bytes = kept.toByteArray();
    int end = bytes.length;
    if (size > LIMIT) {
      while (end > 0 && (bytes[end - 1] & 0xC0) == 0x80) {
        end--;
      }
      end = Math.max(0, end - 1); // what stands before bytes that go on may be cut
    }
    return new String(Arrays.copyOf(bytes, end), StandardCharsets.UTF_8);
  }
}
