package dev.bottrace.junit;

import dev.bottrace.Recording;
import dev.bottrace.RecordingRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * Leaves the classes that tests record as they are from one test of a class to the next, as
 * changing them takes longer than most tests: a recording that sees no thread. JUnit closes it
 * after the last test; before 5.13, it closes only what has the old interface for that.
 */
@SuppressWarnings("deprecation")
final class HeldProbes implements AutoCloseable, CloseableResource {
  private volatile @Nullable Recording recording;

  private HeldProbes() {}

  /** Begins while what was asked for is recorded, so that nothing has to be changed for it. */
  static HeldProbes of(RecordingRequest request) {
    HeldProbes held = new HeldProbes();
    RecordingRequest ofThread = request.thisThread();
    Thread starter = new Thread(() -> held.recording = ofThread.start(), "bottrace holds probes");
    starter.setDaemon(true);
    starter.start();
    boolean interrupted = false;
    while (starter.isAlive()) {
      try {
        starter.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return held;
  }

  @Override
  public void close() {
    Recording held = recording;
    if (held != null) {
      held.stop();
    }
  }
}
