package dev.bottrace.internal.record;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Takes the events out of the rings of several threads, run by run in the order of their stamps.
 * Once it has done so for as many threads, it needs no memory for it: there may be none.
 */
final class RunMerger {
  private final RunTaker taker;
  private final List<ThreadRecord> all = new ArrayList<>();
  private final List<ThreadRecord> pending = new ArrayList<>();
  private final PriorityQueue<ThreadRecord> queue =
      new PriorityQueue<>(Comparator.comparingLong(thread -> thread.ring.nextStamp()));

  RunMerger(RunTaker taker) {
    this.taker = taker;
  }

  /**
   * Hands on all events that were recorded before a stamp was claimed.
   *
   * <p>One look at each thread is enough, if the stamp was claimed before it. Let event b of thread
   * B bear an older stamp, and event a of thread A happen before it. B looked for the latest stamp
   * after a was published, and did not find the claimed one; so a was published before the claim,
   * and a look after the claim finds it. (That B's look and the claim are ordered by the one
   * variable, and with it what they saw of others, is more than Java's memory model promises, but
   * what x86-64 and AArch64 do.) What appears between two looks, or is still under way, has nothing
   * of this merge behind it.
   *
   * @param threads those that may have events; asked for after the stamp was claimed
   * @param before the stamp
   */
  void merge(ThreadRegistry<ThreadRecord> threads, long before) throws IOException {
    try {
      threads.addTo(all);
      findPending();
      handOnPending(before);
    } finally {
      all.clear(); // lets go of the threads
      pending.clear();
      queue.clear();
    }
  }

  private void handOnPending(long before) throws IOException {
    if (pending.size() == 1) {
      ThreadRecord only = pending.get(0);
      while (only.ring.hasNext() && only.ring.nextStamp() < before) {
        handOnRun(only);
      }
      return;
    }
    for (int i = 0; i < pending.size(); i++) {
      queue.add(pending.get(i));
    }
    for (ThreadRecord next = queue.poll();
        next != null && next.ring.nextStamp() < before;
        next = queue.poll()) {
      handOnRun(next);
      if (next.ring.hasNext()) {
        queue.add(next);
      }
    }
  }

  /** Looks at all threads first: what appears after that has nothing of this merge behind it. */
  private void findPending() {
    Thread current = Thread.currentThread();
    for (int i = 0; i < all.size(); i++) {
      look(all.get(i), current);
    }
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).ring.hasNext()) {
        pending.add(all.get(i));
      }
    }
  }

  private static void look(ThreadRecord thread, Thread current) {
    if (thread.thread.refersTo(current)) {
      thread.ring.lookAsWriter();
    } else {
      thread.ring.look();
    }
  }

  private void handOnRun(ThreadRecord thread) throws IOException {
    thread.ring.beginRun();
    taker.take(thread);
  }

  /** Takes all events of the run at which the ring of a thread stands, or throws. */
  interface RunTaker {
    void take(ThreadRecord thread) throws IOException;
  }
}
