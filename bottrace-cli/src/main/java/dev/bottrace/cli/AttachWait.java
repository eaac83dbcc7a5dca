package dev.bottrace.cli;

import dev.bottrace.option.ProcessHost;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Stands by while a process is attached to: that takes as long as it likes, for ever if it is
 * stopped. Who waits is told so; who ends the waiting, and who has set a time, that nothing was
 * recorded.
 */
final class AttachWait {
  private static final Duration SILENCE = Duration.ofSeconds(15);

  /** A server with thousands of classes in scope needs some seconds, and more if it is busy. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final long process;
  private final ProcessHost host;
  private final IntConsumer exit;
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread ended = new Thread(this::tellEnd, "bottrace-attach-ended");

  AttachWait(long process, ProcessHost host, IntConsumer exit) {
    this.process = process;
    this.host = host;
    this.exit = exit;
  }

  /**
   * Begins to wait.
   *
   * @param process its number
   * @param host is told
   * @param time how long it will be recorded; null if nobody has said so, and waits without end
   */
  static AttachWait begin(long process, ProcessHost host, @Nullable Duration time) {
    AttachWait wait = new AttachWait(process, host, System::exit); // its temporary files go, too
    Runtime.getRuntime().addShutdownHook(wait.ended);
    Duration most = time == null ? null : time.plus(PATIENCE);
    Thread thread = new Thread(() -> wait.watch(SILENCE, most), "bottrace-attach-wait");
    thread.setDaemon(true);
    thread.start();
    return wait;
  }

  void watch(Duration silence, @Nullable Duration most) {
    if (isOver(silence)) {
      return;
    }
    host.notice(
        "bottrace: process "
            + process
            + " does not answer yet: it is stopped, or busy, or has many classes to change");
    if (most != null && !isOver(most)) {
      exit.accept(ExitCode.FAILED);
    }
  }

  private boolean isOver(Duration time) {
    try {
      return done.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true; // nobody does that
    }
  }

  private void tellEnd() {
    if (done.getCount() > 0) {
      host.notice("bottrace: error: process " + process + " has not answered: nothing is recorded");
    }
  }

  /** The process answers, or has refused. */
  void end() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(ended);
    } catch (IllegalStateException e) {
      return; // it runs
    }
  }
}
