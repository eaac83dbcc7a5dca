package dev.bottrace.internal.record;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Stamps that order the events of several threads, at no cost while one thread has the word.
 *
 * <p>A thread's events form runs. A run begins when the thread claims the next stamp, and goes on
 * for as long as the thread, looking before each event, finds its own stamp still to be the latest.
 * Sorting runs by stamp gives an order in which everything that happened before something else
 * stands before it:
 *
 * <p>Let event a of thread A happen before event b of thread B. A looked and found its stamp s(a)
 * the latest. B looked later (in the order that Java's memory model calls happens-before), and A's
 * claim of s(a) happens before that look, as all claims before it do, so B found s(a) or a later
 * stamp. It was not B's own unless B claimed it after s(a). So b stands in a run with a stamp above
 * s(a).
 *
 * <p>The look is a plain read: only what happens before it matters, and the JIT compiler may take
 * one look for several events with nothing between them that could order them otherwise.
 */
final class Sequence {
  private static final VarHandle LATEST;

  static {
    try {
      LATEST = MethodHandles.lookup().findVarHandle(Sequence.class, "latest", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  // Other hot fields would share the cache line that claiming threads pull to and fro.
  @SuppressWarnings("unused")
  private long before1, before2, before3, before4, before5, before6, before7;

  /** The latest stamp. Not 0, which is the run of a thread that has none yet. */
  @SuppressWarnings("FieldMayBeFinal") // by LATEST
  long latest = 1;

  @SuppressWarnings("unused")
  private long after1, after2, after3, after4, after5, after6, after7;

  /** Returns a new stamp, above all before it; stamps begin at 2. */
  long claim() {
    return (long) LATEST.getAndAdd(this, 1L) + 1;
  }
}
