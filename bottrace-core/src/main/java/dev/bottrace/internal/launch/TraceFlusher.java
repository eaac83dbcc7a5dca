package dev.bottrace.internal.launch;

import dev.bottrace.internal.record.Recorder;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Hands on what was recorded so far, ten times a second, until the program has ended; in between it
 * writes the blocks of the file, should there be one.
 */
final class TraceFlusher implements Runnable {
  private static final long INTERVAL_MILLIS = 100;

  private final Recorder recorder;
  private final @Nullable WriteBehind file;
  private final AtomicBoolean ending;

  TraceFlusher(Recorder recorder, @Nullable WriteBehind file, AtomicBoolean ending) {
    this.recorder = recorder;
    this.file = file;
    this.ending = ending;
  }

  @Override
  public void run() {
    recorder.provide();
    while (!ending.get()) {
      long start = System.nanoTime();
      for (long left = INTERVAL_MILLIS; left > 0; ) {
        waitOrWrite(left);
        left = INTERVAL_MILLIS - (System.nanoTime() - start) / 1_000_000;
      }
      flush();
    }
  }

  private void flush() {
    try {
      recorder.flush();
    } catch (OutOfMemoryError e) {
      return; // there may be memory in a while
    }
    recorder.provide();
  }

  private void waitOrWrite(long millis) {
    try {
      if (file == null) {
        ServiceThread.sleep(millis);
      } else if (file.await(millis)) {
        file.writeOldest();
      }
    } catch (IOException | OutOfMemoryError e) {
      return; // who hands on the next block or flushes will hear of it
    } catch (InterruptedException e) {
      return; // nobody has reason to interrupt a thread of ours
    }
  }
}
