package dev.bottrace.cli;

import dev.bottrace.compact.CompactTrace;
import dev.bottrace.compact.CompactTraceException;
import dev.bottrace.option.ProcessHost;
import dev.bottrace.trace.Receipt;
import dev.bottrace.trace.TraceEventSink;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A recording of another JVM, from its first event until that is as it was. */
final class AttachSession {
  /** How long a signal waits for the agent to detach. */
  private static final long PATIENCE_SECONDS = 15;

  private final long process;
  private final AttachConnection connection;
  private final ProcessHost host;
  private final CountedStream trace;
  private final CountDownLatch done = new CountDownLatch(1);
  private final CountDownLatch heardAll = new CountDownLatch(1);
  private volatile int exitCode = ExitCode.FAILED;
  private volatile boolean detached;

  AttachSession(long process, AttachConnection connection, ProcessHost host) {
    this.process = process;
    this.connection = connection;
    this.trace = new CountedStream(connection.trace());
    this.host = host;
  }

  /**
   * Writes the trace until it ends.
   *
   * @param sink where it goes
   * @param time after which it is ended; null if nobody does that
   * @return the exit code
   */
  int record(TraceEventSink sink, @Nullable Duration time) {
    host.notice("bottrace: attached to process " + process + ": " + connection.program());
    Thread signal = new Thread(this::endBySignal, "bottrace-signal");
    Runtime.getRuntime().addShutdownHook(signal);
    Thread listener = start("bottrace-said", this::listen);
    if (time != null) {
      start("bottrace-timeout", () -> endAfter(time));
    }
    try {
      exitCode = follow(sink, listener);
      return exitCode;
    } finally {
      done.countDown();
      removeHook(signal);
    }
  }

  private static Thread start(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private int follow(TraceEventSink sink, Thread listener) {
    Receipts receipts = new Receipts(sink);
    boolean whole = false;
    String failure = null;
    try {
      whole = CompactTrace.follow(trace, "the trace", receipts);
    } catch (CompactTraceException e) {
      failure = e.getMessage();
    } catch (IOException e) {
      failure = "cannot write " + e.getMessage();
    }
    connection.end();
    drain(trace); // the agent would report that not all is read
    await(listener);
    receipts.all.forEach(receipt -> host.notice("bottrace: " + receipt));
    if (failure != null) {
      host.notice("bottrace: error: " + failure);
    }
    tellEnd(whole || failure != null);
    return failure == null && (whole || !detached) ? ExitCode.OK : ExitCode.FAILED;
  }

  private void tellEnd(boolean known) {
    String end =
        detached
            ? "bottrace: detached from process " + process
            : "bottrace: process " + process + " has ended";
    host.notice(
        detached || known ? end : end + " all at once: the end of its trace may be missing");
  }

  private static void drain(InputStream in) {
    try {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      return; // that is its end, too
    }
  }

  private static void await(Thread thread) {
    try {
      thread.join(PATIENCE_SECONDS * 1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Shows what the agent says, until it has said all. */
  private void listen() {
    try {
      while (true) {
        int kind = connection.said().readByte();
        String text = connection.said().readUTF();
        switch (kind) {
          case AttachMessage.DETACHED -> detached = true;
          case AttachMessage.ENDED -> {}
          case AttachMessage.NOTICE -> host.notice(text);
          default -> host.notice("bottrace: error: " + text);
        }
      }
    } catch (IOException e) {
      return; // that is its end
    } finally {
      heardAll.countDown();
    }
  }

  private void endAfter(Duration time) {
    try {
      Thread.sleep(time.toMillis());
      connection.end();
      if (isSilent()) {
        giveUp();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns whether nothing more comes, though the agent has not said that this is all. */
  private boolean isSilent() throws InterruptedException {
    long before = trace.count();
    while (!heardAll.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      long now = trace.count();
      if (now == before) {
        return true; // as when the process is stopped
      }
      before = now;
    }
    return false;
  }

  /** A signal ends the recording, and not this process: that ends with what is written then. */
  private void endBySignal() {
    connection.end();
    try {
      if (done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        host.halt(exitCode);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    giveUp();
  }

  private void giveUp() {
    host.notice("bottrace: error: process " + process + " has not confirmed that it is as it was");
    host.halt(ExitCode.FAILED);
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // it runs
    }
  }

  /** Knows how much was read. */
  private static final class CountedStream extends FilterInputStream {
    private final AtomicLong bytes = new AtomicLong();

    CountedStream(InputStream in) {
      super(in);
    }

    long count() {
      return bytes.get();
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      bytes.addAndGet(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      int read = super.read(to, offset, length);
      bytes.addAndGet(Math.max(0, read));
      return read;
    }
  }

  /** Keeps what is to be said of the trace when it is written. */
  private static final class Receipts extends ForwardingSink {
    private List<Receipt> all = List.of();

    Receipts(TraceEventSink sink) {
      super(sink);
    }

    @Override
    public void receipts(List<Receipt> receipts) throws IOException {
      super.receipts(receipts);
      all = receipts;
    }
  }
}
