package dev.bottrace.internal.record;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Takes the events out of the rings of several threads, run by run in the order of their stamps.
 */
final class RunMerger {
  private final EventTaker taker;
  private final PriorityQueue<ThreadRecord> queue =
      new PriorityQueue<>(Comparator.comparingLong(ThreadRecord::nextStamp));

  RunMerger(EventTaker taker) {
    this.taker = taker;
  }

  /**
   * Hands on all events that were recorded before a stamp was claimed.
   *
   * @param threads those that may have events
   * @param before the stamp
   */
  void merge(List<ThreadRecord> threads, long before) throws IOException {
    settle(threads);
    List<ThreadRecord> pending = pending(threads);
    if (pending.size() == 1) {
      ThreadRecord only = pending.get(0);
      while (only.hasNext() && only.nextStamp() < before) {
        handOnRun(only);
      }
      return;
    }
    queue.clear();
    queue.addAll(pending);
    for (ThreadRecord next = queue.poll();
        next != null && next.nextStamp() < before;
        next = queue.poll()) {
      handOnRun(next);
      if (next.hasNext()) {
        queue.add(next);
      }
    }
  }

  /**
   * Looks at all threads until nothing new appears. One look is not enough: between looking at a
   * first and at a second thread, an event may appear in the first and then, having happened after
   * it, one in the second. The looks come to an end, as each thread has at most one event under way
   * that still bears an older stamp.
   */
  private static void settle(List<ThreadRecord> threads) {
    boolean more = true;
    for (int looks = 0; more && looks <= threads.size() + 1; looks++) {
      more = false;
      for (ThreadRecord thread : threads) {
        more |= thread.look();
      }
    }
  }

  private static List<ThreadRecord> pending(List<ThreadRecord> threads) {
    List<ThreadRecord> pending = new ArrayList<>();
    for (ThreadRecord thread : threads) {
      if (thread.hasNext()) {
        pending.add(thread);
      }
    }
    return pending;
  }

  private void handOnRun(ThreadRecord thread) throws IOException {
    thread.beginRun();
    while (thread.hasNextInRun()) {
      taker.accept(thread, thread.next());
      thread.taken();
    }
  }
}
