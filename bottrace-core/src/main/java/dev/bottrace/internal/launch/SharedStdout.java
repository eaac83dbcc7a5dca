package dev.bottrace.internal.launch;

import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Standard output when trace and program share it. The bytes of each stay what they are and in
 * their order; a line of the program counts as written when it ends, and goes out then.
 *
 * <p>An unfinished line goes out early when the program reads from standard input (it is a prompt),
 * when it is longer than {@link #LONGEST_LINE}, and at the end. Trace then waits for the end of
 * that line. Only where too much is waiting, or nothing follows, a line end is added.
 *
 * <p>Safe for use by any number of threads.
 */
final class SharedStdout {
  /** Bytes of an unfinished line that are held back at most. */
  static final int LONGEST_LINE = 1 << 20;

  /** Bytes of trace that wait for the end of a line at most. */
  private static final int MOST_WAITING = 1 << 20;

  private final OutputStream raw;
  private byte[] unfinished = new byte[256];
  private int size;
  private boolean insideLine;
  private boolean writeThrough;

  /** Trace that came after the beginning of a line that is out already. */
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();

  SharedStdout(OutputStream raw) {
    this.raw = raw;
  }

  static SharedStdout ofProcess() {
    return new SharedStdout(new FileOutputStream(FileDescriptor.out));
  }

  /** Returns where the trace goes: whole lines only. */
  OutputStream forTrace() {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        writeTrace(bytes, offset, length);
      }
    };
  }

  private synchronized void writeTrace(byte[] bytes, int offset, int length) throws IOException {
    if (!insideLine) {
      raw.write(bytes, offset, length);
      return;
    }
    waiting.write(bytes, offset, length);
    if (waiting.size() > MOST_WAITING) {
      breakLine();
    }
  }

  /** Ends the program's line in its place, for the trace that waits behind it. */
  private void breakLine() throws IOException {
    if (waiting.size() > 0) {
      raw.write('\n');
      endLine();
    }
  }

  private void endLine() throws IOException {
    insideLine = false;
    if (waiting.size() > 0) {
      byte[] trace = waiting.toByteArray();
      waiting.reset();
      raw.write(trace);
    }
  }

  /**
   * Returns where the program's output goes.
   *
   * @param trace writes out all trace that there is so far
   */
  OutputStream forProgram(Runnable trace) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        int end = endOfLastLine(bytes, offset, length);
        if (end >= 0) {
          trace.run();
        }
        writeProgram(bytes, offset, length, end);
      }
    };
  }

  private static int endOfLastLine(byte[] bytes, int offset, int length) {
    for (int i = offset + length - 1; i >= offset; i--) {
      if (bytes[i] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  private synchronized void writeProgram(byte[] bytes, int offset, int length, int end)
      throws IOException {
    int from = offset;
    if (end >= 0) {
      if (size > 0) {
        hold(bytes, offset, end - offset);
        release();
      } else {
        raw.write(bytes, offset, end - offset);
      }
      endLine();
      from = end;
    }
    hold(bytes, from, offset + length - from);
    if (size > LONGEST_LINE || writeThrough) {
      writeUnfinished();
    }
  }

  private void hold(byte[] bytes, int offset, int length) {
    if (size + length > unfinished.length) {
      unfinished = Arrays.copyOf(unfinished, Math.max(2 * unfinished.length, size + length));
    }
    System.arraycopy(bytes, offset, unfinished, size, length);
    size += length;
  }

  private void release() throws IOException {
    int held = size;
    size = 0;
    raw.write(unfinished, 0, held);
  }

  /**
   * From now on holds nothing back: either no trace comes between lines, or others write to the
   * same place, where they are not seen.
   */
  synchronized void writeThrough() throws IOException {
    writeThrough = true;
    writeUnfinished();
  }

  /** Runs something while nothing is written. */
  synchronized void atRest(Runnable task) {
    task.run();
  }

  synchronized boolean hasUnfinished() {
    return size > 0;
  }

  /** Writes all that there is: nothing follows but, perhaps, the last lines of the trace. */
  synchronized void finish() throws IOException {
    writeUnfinished();
    breakLine();
  }

  /** Writes what the program has written of a line that it has not ended yet. */
  synchronized void writeUnfinished() throws IOException {
    if (size > 0) {
      insideLine = true;
      release();
    }
  }
}
