package dev.bottrace.internal.launch;

import dev.bottrace.internal.line.BlockStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A file that another thread may write, so that who fills it goes on meanwhile. What one call hands
 * over is written by one call too, in the same order.
 *
 * <p>A few blocks wait at most: who has one more than that writes the oldest one, and does so
 * without any other thread where there is none. Safe for use by any number of threads.
 *
 * <p>Monitors and not locks of {@code java.util.concurrent}, since waiting for one of those could
 * eat the permit that a program's own {@code unpark} has given.
 */
final class WriteBehind extends BlockStream {
  /** Blocks that wait at most: more than a full ring of events makes, as lines. */
  static final int BLOCKS = 8;

  private final OutputStream file;

  /** Whether there is no processor for another thread: who fills a block also writes it. */
  private final boolean alone;

  /** Held while a block is written; taken before the monitor of this, never after it. */
  private final Object writing = new Object();

  private static final byte[] NONE = {};

  /** Bytes of a copy at least, so that it has room for the next block: they differ by little. */
  private static final int COPY = (1 << 16) + (1 << 10);

  /** Bytes of what is kept for the next block, at most. */
  private static final int MOST_KEPT = 1 << 20;

  private final byte[][] blocks = new byte[BLOCKS][0];
  private final int[] sizes = new int[BLOCKS];

  /** Numbers of the oldest block that waits, and of the next one to come. */
  private long oldest;

  private long next;

  /** How many bytes are in the file; guarded by {@link #writing}. */
  private long written;

  /** What the next block can be copied into; may be too small. */
  private byte[] spare = NONE;

  private @Nullable IOException failure;

  WriteBehind(OutputStream file) {
    this(file, Runtime.getRuntime().availableProcessors());
  }

  WriteBehind(OutputStream file, int processors) {
    this.file = file;
    this.alone = processors == 1;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (alone) {
      writeNow(bytes, offset, length);
      return;
    }
    byte[] copy;
    try {
      copy = spare(length);
    } catch (OutOfMemoryError e) {
      writeNow(bytes, offset, length);
      return;
    }
    System.arraycopy(bytes, offset, copy, 0, length);
    keep(exchange(copy, length));
  }

  /** Memory that was in use before is in the cache, and the kernel need not clear it. */
  private synchronized byte[] spare(int length) {
    byte[] known = spare;
    spare = NONE;
    return known.length < length ? new byte[Math.max(length, COPY)] : known;
  }

  private synchronized void keep(byte[] empty) {
    spare = empty.length <= MOST_KEPT ? empty : NONE;
  }

  @Override
  public byte[] exchange(byte[] full, int length) throws IOException {
    if (alone) {
      writeNow(full, 0, length); // and is filled again while it is in the cache
      return full;
    }
    try {
      byte[] empty = take(full, length);
      while (empty == null) {
        writeOldest();
        empty = take(full, length);
      }
      return empty;
    } catch (OutOfMemoryError e) {
      writeNow(full, 0, length);
      return full;
    }
  }

  /** Writes without another array; returns when it is done. */
  private void writeNow(byte[] bytes, int offset, int length) throws IOException {
    synchronized (writing) {
      boolean more = true;
      while (more) {
        more = writeOldest();
      }
      write(file, bytes, offset, length);
    }
  }

  /** Nothing is written after a failure, or by whom the program has stopped in the middle. */
  private void write(OutputStream to, byte[] bytes, int offset, int length) throws IOException {
    try {
      to.write(bytes, offset, length);
      written += length;
    } catch (IOException e) {
      fail(e);
      throw e;
    } catch (Error e) {
      if (!(e instanceof VirtualMachineError)) {
        fail(new IOException("a thread was stopped that was just writing it"));
      }
      throw e;
    }
  }

  /** Returns null if too many blocks wait. */
  private synchronized byte @Nullable [] take(byte[] full, int length) throws IOException {
    if (failure != null) {
      throw new IOException(failure.getMessage(), failure);
    }
    if (next - oldest == BLOCKS) {
      return null;
    }
    int index = (int) (next % BLOCKS);
    byte[] empty = blocks[index].length < full.length ? new byte[full.length] : blocks[index];
    notifyAll(); // first: this may run out of stack, and the block is still the caller's
    blocks[index] = full;
    sizes[index] = length;
    next++;
    return empty;
  }

  /**
   * Writes the block that has waited longest.
   *
   * @return whether there was one
   * @throws IOException if it could not be written; so will be all that follows
   */
  boolean writeOldest() throws IOException {
    synchronized (writing) {
      if (!hasBlock()) {
        return false;
      }
      int index = (int) (oldest % BLOCKS);
      write(file, blocks[index], 0, sizes[index]);
      synchronized (this) {
        oldest++;
      }
      return true;
    }
  }

  /** Runs something while nothing is written. */
  void atRest(LongConsumer task) {
    synchronized (writing) {
      task.accept(written);
    }
  }

  private synchronized boolean hasBlock() throws IOException {
    if (failure != null) {
      throw new IOException(failure.getMessage(), failure);
    }
    return oldest < next;
  }

  private synchronized void fail(IOException e) {
    failure = e;
  }

  /**
   * Waits for a block. May return early.
   *
   * @param millis how long at most
   * @return whether there is one now
   * @throws InterruptedException if the calling thread is interrupted
   */
  @SuppressWarnings("WaitNotInLoop") // the caller's
  synchronized boolean await(long millis) throws InterruptedException {
    if (oldest == next && failure == null) {
      wait(millis);
    }
    return oldest < next && failure == null;
  }

  /** Returns when all is written. */
  @Override
  public void flush() throws IOException {
    boolean more = true;
    while (more) {
      more = writeOldest();
    }
    file.flush();
  }

  @Override
  public void close() throws IOException {
    flush();
    file.close();
  }
}
