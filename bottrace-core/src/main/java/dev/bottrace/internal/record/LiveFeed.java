package dev.bottrace.internal.record;

import dev.bottrace.option.Overflow;
import dev.bottrace.trace.TraceEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands events to a listener, in a thread of its own. What the listener does, or does not do, harms
 * nobody: if it throws, it gets no more events; if it blocks, events are dropped sooner or later.
 *
 * <p>Threads wait for it only before they take the drain's lock, so a listener may ask its own
 * recording for anything.
 */
public final class LiveFeed implements Runnable {
  /** Events that wait for the listener; then it is too slow. */
  static final int CAPACITY = 1 << 16;

  /** How long it may take for some of them. */
  static final long PATIENCE_MILLIS = 5_000;

  private static final long FLUSH_MILLIS = 20;

  private final Consumer<TraceEvent> listener;
  private final Overflow overflow;
  private final Queue<TraceEvent> queue = new ArrayDeque<>();
  private final List<String> notices = new ArrayList<>();
  private Runnable flush = () -> {};
  private @Nullable Thread thread;
  private long delivered;
  private long dropped;
  private boolean stalled;
  private boolean everStalled;
  private boolean failed;
  private boolean closed;
  private boolean ended;

  LiveFeed(Consumer<TraceEvent> listener, Overflow overflow) {
    this.listener = listener;
    this.overflow = overflow;
  }

  /**
   * Says how to get events that threads still keep to themselves. To be called before it runs.
   *
   * @param flushing hands them on
   */
  public synchronized void flushing(Runnable flushing) {
    this.flush = flushing;
  }

  /**
   * Tells whether the listener calls this.
   *
   * @return whether it is the current thread's
   */
  public synchronized boolean isListening() {
    return Thread.currentThread() == thread;
  }

  /** Takes an event, or drops it. With the drain's lock. */
  synchronized void add(TraceEvent event) {
    boolean full = queue.size() >= CAPACITY && (overflow == Overflow.DROP || stalled);
    if (failed || full) {
      dropped++;
    } else {
      queue.add(event);
      if (queue.size() == 1) {
        notifyAll();
      }
    }
  }

  /** An event was lost for want of memory. */
  synchronized void lost() {
    dropped++;
  }

  /** Waits until the listener has caught up, as long as there is hope. Without any lock. */
  synchronized void awaitRoom() {
    boolean interrupted = false;
    long known = delivered;
    long patience = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    while (mustWait()) {
      try {
        wait(PATIENCE_MILLIS / 10);
      } catch (InterruptedException e) {
        interrupted = true;
      }
      if (delivered != known) {
        known = delivered;
        patience = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
      } else if (System.nanoTime() - patience > 0) {
        stall();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean mustWait() {
    return overflow == Overflow.WAIT
        && queue.size() >= CAPACITY
        && !stalled
        && !failed
        && !ended
        && Thread.currentThread() != thread;
  }

  private void stall() {
    if (!everStalled) {
      notices.add("the listener took no event for 5 seconds; events were dropped");
    }
    stalled = true;
    everStalled = true;
  }

  @Override
  public void run() {
    synchronized (this) {
      thread = Thread.currentThread();
    }
    for (List<TraceEvent> events = next(); events != null; events = next()) {
      for (TraceEvent event : events) {
        deliver(event);
      }
    }
  }

  /** Returns events that wait; an empty list after a while, null at the end. */
  @SuppressWarnings("WaitNotInLoop") // the caller's
  private @Nullable List<TraceEvent> next() {
    if (isIdle()) {
      flush.run(); // without this lock
    }
    return takeSoon();
  }

  private synchronized boolean isIdle() {
    return queue.isEmpty() && !closed;
  }

  private synchronized @Nullable List<TraceEvent> takeSoon() {
    long end = System.nanoTime() + FLUSH_MILLIS * 1_000_000;
    for (long left = FLUSH_MILLIS; isIdle() && left > 0; ) {
      try {
        wait(left);
      } catch (InterruptedException e) {
        // nobody has reason to interrupt a thread of ours
      }
      left = (end - System.nanoTime()) / 1_000_000;
    }
    return take();
  }

  private @Nullable List<TraceEvent> take() {
    if (queue.isEmpty() && closed) {
      ended = true;
      notifyAll();
      return null;
    }
    List<TraceEvent> events = new ArrayList<>();
    for (int i = 0; i < CAPACITY / 64 && !queue.isEmpty(); i++) {
      events.add(queue.remove());
    }
    if (queue.size() < CAPACITY / 2) {
      stalled = false;
      notifyAll();
    }
    return events;
  }

  @SuppressWarnings("CatchingUnchecked") // whatever a listener throws
  private void deliver(TraceEvent event) {
    synchronized (this) {
      if (failed) {
        dropped++;
        return;
      }
    }
    try {
      listener.accept(event);
    } catch (Throwable e) {
      fail(e);
    }
    synchronized (this) {
      delivered++;
    }
  }

  private synchronized void fail(Throwable thrown) {
    failed = true;
    notices.add("the listener failed and got no more events: " + thrown);
    dropped += queue.size();
    queue.clear();
    notifyAll();
  }

  /**
   * No event follows. Waits until the listener has got them all, as long as there is hope, unless
   * it is the listener that calls this. To be called only if a thread is started to run it.
   */
  public synchronized void close() {
    closed = true;
    notifyAll();
    boolean interrupted = false;
    long known = delivered;
    long patience = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    while (!ended && Thread.currentThread() != thread) { // which may not have begun yet
      try {
        wait(FLUSH_MILLIS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
      if (delivered != known) {
        known = delivered;
        patience = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
      } else if (System.nanoTime() - patience > 0) {
        giveUp();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void giveUp() {
    notices.add("the listener took no event for 5 seconds at the end; the others were dropped");
    failed = true;
    dropped += queue.size();
    queue.clear();
    ended = true;
  }

  /**
   * Returns how many events the listener did not get.
   *
   * @return the number so far
   */
  public synchronized long dropped() {
    return dropped;
  }

  /**
   * Returns what became of the listener.
   *
   * @return one line each; empty if it got all events
   */
  public synchronized List<String> notices() {
    List<String> all = new ArrayList<>(notices);
    if (dropped > 0) {
      all.add("the listener did not get " + dropped + (dropped == 1 ? " event" : " events"));
    }
    return all;
  }
}
