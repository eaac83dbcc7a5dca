package dev.bottrace.internal.launch;

import dev.bottrace.runtime.ProgramExit;
import java.lang.Thread.UncaughtExceptionHandler;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;

/**
 * The threads of a program inside a host: those in this group, which is where threads are whose
 * maker says nothing else, and those that it was seen to start outside of it.
 */
final class ProgramThreads extends ThreadGroup {
  private final List<WeakReference<Thread>> others = new ArrayList<>();
  private int sweepAt = 64;
  private volatile @Nullable UncaughtExceptionHandler handler;

  /**
   * Makes a group without threads.
   *
   * @param handler hears of exceptions that end threads for which nobody else does
   */
  ProgramThreads(UncaughtExceptionHandler handler) {
    super("traced program");
    this.handler = handler;
  }

  /** A thread that ends because the program does says nothing. */
  @Override
  public void uncaughtException(Thread thread, Throwable thrown) {
    UncaughtExceptionHandler own = handler;
    if (own != null && !(thrown instanceof ProgramExit)) {
      own.uncaughtException(thread, thrown);
    }
  }

  /** Notes a thread that is about to start. */
  void starts(Thread thread) {
    ThreadGroup group = thread.getThreadGroup();
    if (group == null || parentOf(group)) {
      return;
    }
    if (thread.getUncaughtExceptionHandler() == group) {
      thread.setUncaughtExceptionHandler(this);
    }
    synchronized (others) {
      if (others.size() >= sweepAt) {
        others.removeIf(ProgramThreads::isGone);
        sweepAt = Math.max(64, 2 * others.size());
      }
      others.add(new WeakReference<>(thread));
    }
  }

  private static boolean isGone(WeakReference<Thread> reference) {
    Thread thread = reference.get();
    return thread == null || thread.getState() == Thread.State.TERMINATED;
  }

  /** Tells whether a thread ends with the program. */
  boolean owns(Thread thread) {
    ThreadGroup group = thread.getThreadGroup();
    if (group != null && parentOf(group)) {
      return !isShared(thread);
    }
    synchronized (others) {
      return others.stream().anyMatch(other -> other.get() == thread);
    }
  }

  /** The JDK's common pool makes its threads in the group of whoever needs one first. */
  static boolean isShared(Thread thread) {
    return thread instanceof ForkJoinWorkerThread worker
        && worker.getPool() == ForkJoinPool.commonPool();
  }

  /** Returns those that run. */
  List<Thread> alive() {
    List<Thread> alive = new ArrayList<>();
    Thread[] found = new Thread[activeCount() + 16];
    int count = enumerate(found, true);
    while (count == found.length) {
      found = new Thread[2 * count];
      count = enumerate(found, true);
    }
    for (int i = 0; i < count; i++) {
      if (!isShared(found[i]) && found[i].isAlive()) {
        alive.add(found[i]);
      }
    }
    synchronized (others) {
      for (WeakReference<Thread> other : others) {
        Thread thread = other.get();
        if (thread != null && thread.isAlive()) {
          alive.add(thread);
        }
      }
    }
    return alive;
  }

  /** Tells whether any runs that keeps the program alive. */
  boolean keepAlive() {
    return alive().stream().anyMatch(thread -> !thread.isDaemon());
  }

  /**
   * Lets go of the program and, before JDK 19, of the group itself, which its parent holds until
   * then.
   */
  @SuppressWarnings("removal")
  void leave() {
    handler = null;
    try {
      setDaemon(true); // it goes with its last thread
      destroy();
    } catch (IllegalThreadStateException e) {
      return; // which is not yet
    }
  }
}
