package dev.bottrace.internal.launch;

import dev.bottrace.internal.record.Reserve;
import dev.bottrace.option.Bounds;
import dev.bottrace.option.ProcessHost;
import dev.bottrace.trace.Termination;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * Ends a JVM after some time, with the stacks of all its threads. Whatever fails on the way there,
 * it ends: a program that runs too long may be one that has used up its memory.
 */
final class TimeOut implements Runnable {
  private static final long LAST_WRITE_MILLIS = 2000;

  private final JvmRecording recording;
  private final ProcessHost host;
  private final Duration timeout;
  private final Predicate<String> isOfProgram;

  /** Two, as the recorder may take what the first one gives back. */
  private final Reserve[] reserves = {new Reserve(), new Reserve()};

  /**
   * Makes one.
   *
   * @param recording what is written before the end
   * @param host the process
   * @param timeout when the end comes
   * @param isOfProgram tells classes of the program by their names
   */
  TimeOut(
      JvmRecording recording, ProcessHost host, Duration timeout, Predicate<String> isOfProgram) {
    this.recording = recording;
    this.host = host;
    this.timeout = timeout;
    this.isOfProgram = isOfProgram;
  }

  @Override
  public void run() {
    String what = "TIMEOUT after " + Bounds.seconds(timeout) + "s";
    for (Reserve reserve : reserves) {
      reserve.fill();
    }
    ServiceThread.sleep(Math.max(1, timeout.toMillis()));
    if (recording.isEnding()) {
      return;
    }
    try {
      say(what);
      writeTrace();
    } finally {
      host.halt(Termination.TIMEOUT);
    }
  }

  /** Says as much as can be said: without memory, or without the JDK's module, that is less. */
  private void say(String what) {
    boolean said = isSaid(what, true);
    for (Reserve reserve : reserves) {
      if (!said) {
        reserve.release();
        said = isSaid(what, false);
      }
    }
    if (!said) {
      isSaid(what);
    }
  }

  private boolean isSaid(String what, boolean withLocks) {
    try {
      String stacks = withLocks ? ThreadDump.of(isOfProgram) : PlainThreadDump.ofAll();
      return isSaid(what + " - dumping stacks:\n" + stacks.stripTrailing());
    } catch (Throwable e) { // whatever the JDK throws then
      return false;
    }
  }

  private boolean isSaid(String notice) {
    try {
      host.notice(notice);
      return true;
    } catch (OutOfMemoryError e) {
      return false;
    }
  }

  /** In a thread of its own, as it may have to wait for one that does not go on. */
  private void writeTrace() {
    for (Reserve reserve : reserves) {
      reserve.release();
    }
    try {
      ServiceThread.start("bottrace-end", new End(recording)).join(LAST_WRITE_MILLIS);
    } catch (OutOfMemoryError e) {
      return; // up to 100 ms of trace are lost
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** No lambda: the JDK would need memory to make it ready. */
  private static final class End implements Runnable {
    private final JvmRecording recording;

    End(JvmRecording recording) {
      this.recording = recording;
    }

    @Override
    public void run() {
      recording.writeAll();
    }
  }
}
