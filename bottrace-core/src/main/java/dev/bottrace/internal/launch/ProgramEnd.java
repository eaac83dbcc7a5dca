package dev.bottrace.internal.launch;

import dev.bottrace.internal.record.EndSwitch;
import dev.bottrace.runtime.ProgramExit;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * Whether a program inside a host goes on, has asked for its end, or has been ended. Who exits
 * waits for the end, as under {@code java}, with all locks that it holds.
 */
final class ProgramEnd {
  private final EndSwitch over = new EndSwitch();
  private final boolean[] flag = new boolean[1];
  private @Nullable Integer status;
  private boolean halted;
  private @Nullable String refusal;
  private boolean ended;

  MethodHandle handle() {
    return over.handle();
  }

  /** Returns what is read where the handle can't be called. */
  boolean[] flag() {
    return flag;
  }

  /** Ends the program, and the thread that calls this with it. */
  synchronized ProgramExit exit(int exitStatus, boolean halts) {
    if (status == null) {
      status = exitStatus;
    }
    halted |= halts;
    notifyAll();
    while (!ended) {
      try {
        wait();
      } catch (InterruptedException e) {
        // nothing takes back an exit
      }
    }
    return new ProgramExit(status);
  }

  /** Ends the program, and the thread that calls this with it, as it would harm its host. */
  ProgramExit refuse(String reason, int exitStatus) {
    synchronized (this) {
      if (status == null) {
        refusal = reason;
      }
    }
    return exit(exitStatus, true);
  }

  /** Returns why the program was not let go on; null if it was. */
  synchronized @Nullable String refusal() {
    return refusal;
  }

  /** Waits until the program has asked for its end, at most for some time. */
  @SuppressWarnings("WaitNotInLoop") // the caller has one
  synchronized void await(long millis) throws InterruptedException {
    if (status == null) {
      wait(millis);
    }
  }

  /** Returns the exit code that the program asked for; null if it did not. */
  synchronized @Nullable Integer status() {
    return status;
  }

  synchronized boolean isHalted() {
    return halted;
  }

  synchronized boolean isEnded() {
    return ended;
  }

  /** Ends all threads that look. */
  void end() {
    flag[0] = true;
    over.turn();
    synchronized (this) {
      ended = true;
      notifyAll();
    }
  }

  synchronized ProgramExit error() {
    return new ProgramExit(status == null ? 0 : status);
  }
}
