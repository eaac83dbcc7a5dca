package dev.bottrace.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * A trace on its way to a client. Threads of the program leave it here, and wait where the client
 * is slow; one that takes nothing for some seconds is waited for no longer. A thread of ours
 * writes, as an interrupt of the program's would close the connection.
 *
 * <p>Monitors and not locks of {@code java.util.concurrent}, since waiting for one of those could
 * eat the permit that a program's own {@code unpark} has given.
 */
final class ClientStream extends OutputStream {
  /** Bytes that wait at most, but for the last block. */
  private static final int MOST = 4 << 20;

  private static final long PATIENCE_MILLIS = 5000;

  private final SocketChannel client;
  private final Queue<ByteBuffer> blocks = new ArrayDeque<>();
  private long waiting;
  private long written;
  private boolean ending;
  private boolean closed;
  private @Nullable IOException failure;

  private ClientStream(SocketChannel client) {
    this.client = client;
  }

  /** Opens a stream, with its thread. */
  static ClientStream to(SocketChannel client) {
    ClientStream stream = new ClientStream(client);
    AttachStart.start("bottrace-write", stream::writeAll);
    return stream;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    awaitLess(MOST);
    blocks.add(ByteBuffer.wrap(Arrays.copyOfRange(bytes, offset, offset + length)));
    waiting += length;
    notifyAll();
  }

  /**
   * Waits until less than that waits, for as long as the client takes something.
   *
   * @throws IOException if it doesn't
   */
  private void awaitLess(int most) throws IOException {
    boolean interrupted = false;
    long before = written;
    long since = System.nanoTime();
    while (failure == null && waiting > most) {
      long left = PATIENCE_MILLIS - (System.nanoTime() - since) / 1_000_000;
      if (left <= 0) {
        fail(new IOException("bottrace has read none of it for 5 s"));
        break;
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        interrupted = true;
      }
      if (written != before) {
        before = written;
        since = System.nanoTime();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (failure != null) {
      throw new IOException(failure.getMessage(), failure);
    }
  }

  private synchronized void fail(IOException e) {
    if (failure == null) {
      failure = e;
    }
    blocks.clear();
    waiting = 0;
    notifyAll();
    closeClient(); // which ends a write that goes on
  }

  private void closeClient() {
    try {
      client.close();
    } catch (IOException e) {
      return; // nothing more is written
    }
  }

  private void writeAll() {
    try {
      for (ByteBuffer block = next(); block != null; block = next()) {
        while (block.hasRemaining()) {
          wrote(client.write(block));
        }
      }
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      fail(e instanceof IOException io ? io : new IOException(e));
    }
  }

  private synchronized @Nullable ByteBuffer next() {
    while (blocks.isEmpty() && !closed && failure == null) {
      try {
        wait();
      } catch (InterruptedException e) {
        // nobody has reason to interrupt a thread of ours
      }
    }
    return blocks.poll();
  }

  private synchronized void wrote(int bytes) {
    written += bytes;
    waiting -= bytes;
    notifyAll();
  }

  /** From now on, what is flushed is on its way: the JVM may be about to end. */
  synchronized void isEnding() {
    ending = true;
  }

  @Override
  public synchronized void flush() throws IOException {
    if (ending) {
      awaitLess(0);
    }
  }

  /** Waits for what is left. That the client has not taken it, was said when it was written. */
  @Override
  public synchronized void close() {
    try {
      isEnding();
      flush();
    } catch (IOException e) {
      return;
    } finally {
      closed = true;
      notifyAll();
    }
  }
}
