package dev.bottrace.internal.record;

import dev.bottrace.trace.BreakpointSnapshot;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.ExceptionSnapshot;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way out of the rings: takes events out of those of all threads and hands them on, until there
 * are enough of them, or that fails. Does with little stack and memory, as a program may have used
 * up either.
 *
 * <p>Its monitor guards the way out: at most one thread hands events on, while others go on
 * recording for as long as their rings have room. A monitor and not a lock of {@code
 * java.util.concurrent}, since waiting for one of those could eat the permit that a program's own
 * {@code unpark} has given.
 *
 * <p>What it changes of the recorder is there, and in fields, as each probe reads it.
 */
final class EventDrain {
  private static final String UNOBSERVED =
      "bottrace: warning: out of memory: calls of some threads are missing";

  private static final long RETRY_MILLIS = 10;

  /** A failure that found no stack to be told is told after this time. */
  private static final long SERVICE_MILLIS = 1_000;

  private static final long WAIT_FOR_STACK_NANOS = 5_000_000_000L;
  private static final long WAIT_FOR_MEMORY_NANOS = 1_000_000_000L;

  private final EventRecorder recorder;
  private final CountedRuns runs;
  private final RunMerger merger;
  private final @Nullable EndSwitch over;
  private final RecorderOwner owner;
  private final EventConsumer consumer;
  private final Reserve reserve = new Reserve();
  private final IOException outOfMemory = new IOException("out of memory");

  /** Whether threads may have to wait for somebody who listens. */
  private final boolean waits;

  private boolean finished;
  private boolean anything;

  /** Why nothing more is recorded, as long as the owner does not know. */
  private @Nullable IOException untold;

  /** Whether a thread waits for another one to take events out. */
  private boolean wanted;

  /** Whether it was memory that ended when events were last to be taken out. */
  private boolean withoutMemory;

  /**
   * Makes the way out of a recorder.
   *
   * @param recorder whose threads have the rings
   * @param runs takes what is in them
   * @param over is turned when there are enough events; null if nobody looks at it
   * @param owner is told of the end
   * @param consumer takes what is no event
   */
  EventDrain(
      EventRecorder recorder,
      CountedRuns runs,
      @Nullable EndSwitch over,
      RecorderOwner owner,
      EventConsumer consumer) {
    this.recorder = recorder;
    this.runs = runs;
    this.merger = new RunMerger(runs);
    this.over = over;
    this.owner = owner;
    this.consumer = consumer;
    this.waits = consumer instanceof ObservedEvents;
  }

  /** Returns what a thread is called in the trace. */
  synchronized String nameOf(ThreadRecord thread) {
    try {
      return consumer.identity(thread).name();
    } catch (IOException e) {
      fail(e);
      return thread.name;
    }
  }

  /** Hands on what a breakpoint saw in the current thread, after all events before it. */
  synchronized void snapshot(BreakpointSnapshot snapshot) {
    aside(() -> consumer.snapshot(snapshot));
  }

  /** Hands on an exception that nobody catches, after all events before it. */
  synchronized void exception(ExceptionSnapshot exception) {
    aside(() -> consumer.exception(exception));
  }

  /** Something that is no event, but stands among events. */
  private interface Aside {
    void handOn() throws IOException;
  }

  /** With the lock. */
  private void aside(Aside aside) {
    if (finished) {
      return;
    }
    takeOut();
    try {
      aside.handOn();
      if (recorder.writingThrough) {
        consumer.flush();
      }
      anything = true;
    } catch (IOException e) {
      fail(e);
    }
  }

  /** Takes events out of the rings, so that a thread has room; called by that thread. */
  void makeRoom(ThreadRecord thread) {
    if (waits && recorder.recording) {
      consumer.awaitRoom();
    }
    takeOutFor(thread);
  }

  private synchronized void takeOutFor(ThreadRecord thread) {
    if (!thread.ring.isFresh() || runs.remaining <= EventRing.LAST_CAPACITY) {
      takeOut();
    } // else it has room: to look at all threads for each new one would take too long
    if (recorder.recording && !thread.ring.hasRoom()) {
      awaitRoom(thread);
    }
    thread.ring.admit(runs.remaining);
    if (recorder.writingThrough) {
      thread.ring.askAlways();
    }
  }

  /** No stack or no memory here: the thread that flushes or {@link #serve}s has its own stack. */
  private void awaitRoom(ThreadRecord thread) {
    boolean interrupted = false;
    long start = System.nanoTime();
    while (recorder.recording
        && !thread.ring.hasRoom()
        && System.nanoTime() - start
            < (withoutMemory ? WAIT_FOR_MEMORY_NANOS : WAIT_FOR_STACK_NANOS)) {
      wanted = true;
      notifyAll();
      try {
        wait(RETRY_MILLIS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
      takeOut();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (recorder.recording && !thread.ring.hasRoom()) {
      reserve.release();
      fail(outOfMemory);
    }
  }

  /** As {@link Recorder#serve} has it. */
  synchronized void serve() {
    while (!finished) {
      if (wanted) {
        wanted = false;
        takeOut();
        notifyAll();
      }
      try {
        wait(SERVICE_MILLIS);
      } catch (InterruptedException e) {
        // nobody has reason to interrupt a thread of ours
      }
    }
    tell();
  }

  /** As {@link Recorder#flush} has it. */
  synchronized void flush() {
    if (!finished) {
      takeOut();
      flushConsumer();
    }
    tell();
  }

  /** As {@link Recorder#provide} has it. */
  synchronized void provide() {
    if (!finished) {
      reserve.fill();
    }
  }

  /** As {@link Recorder#atRest} has it. */
  synchronized <T> T atRest(Supplier<T> look) {
    flush();
    return look.get();
  }

  /** As {@link Recorder#writeThrough} has it. */
  synchronized void writeThrough() {
    recorder.writingThrough = true;
    recorder.threads.snapshot().forEach(thread -> thread.ring.askAlways());
    flush();
  }

  private void flushConsumer() {
    try {
      consumer.flush();
    } catch (IOException e) {
      fail(e);
    } catch (OutOfMemoryError e) {
      return; // what is left is written next time
    } catch (Error e) {
      throw e instanceof StackOverflowError ? e : stopped(e);
    }
  }

  private void takeOut() {
    Thread thread = Thread.currentThread();
    if (!recorder.recording || thread == recorder.takingOut) {
      return;
    }
    withoutMemory = !takenOut(thread);
    if (withoutMemory && reserve.release()) {
      withoutMemory = !takenOut(thread);
      reserve.fill();
    }
  }

  /** Returns false if memory has ended. */
  private boolean takenOut(Thread thread) {
    ThreadRecord main = recorder.mainRecord;
    boolean isMain = thread == recorder.mainThread;
    recorder.takingOut = thread;
    if (isMain) {
      recorder.mainRecord = null; // so that its probes look who takes out
    }
    try {
      // In this order: a thread that is not among them yet has no event before the stamp.
      long before = recorder.sequence.claim();
      merger.merge(recorder.threads, before);
      if (runs.remaining == 0) {
        stopAtLimit();
      }
    } catch (IOException e) {
      fail(e);
    } catch (RuntimeException e) {
      fail(new IOException("a bug in bottrace: " + e, e)); // which the program is not to meet
    } catch (OutOfMemoryError e) {
      // Events are taken whole or not at all: what is left is taken out next time.
      return false;
    } catch (StackOverflowError e) {
      return true; // as above
    } catch (Error e) {
      throw stopped(e);
    } finally {
      recorder.takingOut = null;
      if (isMain) {
        recorder.mainRecord = main;
      }
    }
    return true;
  }

  /** The program has stopped its thread in here, as JDKs before 20 let it: what was done last? */
  private Error stopped(Error cause) {
    fail(new IOException("the program has stopped a thread that was just writing it"));
    return cause;
  }

  /** There are as many events as are wanted. */
  void stopAtLimit() {
    if (over != null) {
      over.turn();
    }
    flushConsumer();
    owner.limitReached(runs.most);
    recorder.recording = false; // last: where there is no stack for these two, they are tried again
  }

  private void fail(IOException failure) {
    if (!finished) {
      recorder.recording = false;
      finished = true;
      untold = failure;
      tell();
    }
  }

  /** Tells the owner of a failure; again, if there was no stack or memory for that before. */
  private void tell() {
    IOException failure = untold;
    if (failure == null) {
      return;
    }
    try {
      owner.writeFailed(failure);
      untold = null;
    } catch (OutOfMemoryError | StackOverflowError e) {
      return; // whoever flushes, or the end, tries again
    }
  }

  /** As {@link Recorder#finish} has it. */
  synchronized void finish() {
    if (!finished) {
      takeOut();
      recorder.recording = false;
      finishConsumer();
    }
    tell();
    notifyAll(); // who serves is done
  }

  private void finishConsumer() {
    try {
      reserve.release();
      consumer.finish(runs.remaining > 0);
    } catch (IOException e) {
      fail(e);
    } catch (OutOfMemoryError e) {
      fail(outOfMemory);
    }
    finished = true;
    if (recorder.unobserved) {
      owner.notice(UNOBSERVED);
    }
  }

  /** As {@link Recorder#hasRecorded} has it. */
  synchronized boolean hasRecorded() {
    return anything || runs.remaining < runs.most;
  }

  /** As {@link Recorder#callCounts} has it. */
  synchronized List<CallCount> callCounts() {
    return runs.callCounts();
  }
}
