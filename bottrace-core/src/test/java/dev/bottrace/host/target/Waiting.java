package dev.bottrace.host.target;

import java.util.concurrent.Semaphore;

/** Is inside its methods for as long as wanted. */
public final class Waiting {
  private final Semaphore inside = new Semaphore(0);
  private final Semaphore go = new Semaphore(0);
  private volatile Throwable failure;

  /** Not recorded, as it is called before. */
  public void outer(int rounds) {
    try {
      for (int i = 0; i < rounds; i++) {
        inner(i);
      }
    } catch (RuntimeException | Error e) {
      failure = e;
    }
  }

  private int inner(int round) {
    inside.release();
    go.acquireUninterruptibly();
    return round;
  }

  public void awaitStep() {
    inside.acquireUninterruptibly();
  }

  public void step() {
    go.release();
  }

  public Throwable failure() {
    return failure;
  }
}
