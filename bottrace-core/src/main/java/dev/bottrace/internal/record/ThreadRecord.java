package dev.bottrace.internal.record;

import dev.bottrace.runtime.ThreadSink;
import dev.bottrace.trace.TracedThread;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/**
 * Turns the probe calls of one thread into events, in a ring of its own.
 *
 * <p>No probe throws, but for a {@link StackOverflowError}, which any call in it may throw. So an
 * event is published by the last call that a probe makes, and state changes after it.
 */
final class ThreadRecord extends ThreadSink {
  final WeakReference<Thread> thread;
  final String name;
  final boolean virtual;
  final boolean main;

  /** What the thread is called in the trace, once it has an event there. */
  @Nullable TracedThread identity;

  /** The calls that are open at the point that the recorder has come to. */
  final OpenCalls open = new OpenCalls();

  final EventRing ring;

  private final EventRecorder recorder;
  private final Sequence sequence;
  private final int maxDepth;

  private long run;
  private long interruptedRun;
  private final SuperCalls superCalls = new SuperCalls();

  ThreadRecord(EventRecorder recorder, Thread thread, boolean main) {
    this.recorder = recorder;
    this.sequence = recorder.sequence;
    this.maxDepth = recorder.maxDepth;
    this.thread = new WeakReference<>(thread);
    this.name = thread.getName();
    this.virtual = VirtualThreads.isVirtual(thread);
    this.main = main;
    this.ring =
        new EventRing(virtual ? EventRing.FIRST_CAPACITY_VIRTUAL : EventRing.FIRST_CAPACITY);
  }

  @Override
  public void enter(int method) {
    int level = depth + 1;
    if (level <= maxDepth && recorder.recording) {
      put(EventCode.of(EventCode.CALL, method));
      depth++; // not level: put() may have found that a constructor was left
    } else {
      depth = level;
    }
  }

  @Override
  public void exit(int level) {
    if (depth != level && !closeInner(level, null)) {
      return;
    }
    leave(level, EventCode.RETURN);
  }

  @Override
  public void exitThrowing(int level, Throwable thrown) {
    if (depth != level && !closeInner(level, thrown)) {
      return;
    }
    leave(level, thrownCode(thrown));
  }

  @Override
  public void constructorThrew(int level, int method, Throwable thrown) {
    exitThrowing(level, thrown);
    int left = method;
    while (superCalls.leftWith(depth, recorder.symbols.method(left).className())) {
      left = superCalls.innermostConstructor();
      leave(depth, thrownCode(thrown));
    }
  }

  @Override
  public void caught(int level, Throwable thrown) {
    closeInner(level, thrown);
  }

  @Override
  public void superStart(int level, int method, String callee) {
    if (!superCalls.push(level, method, callee)) {
      return; // no memory: should the constructor be left, an outer probe will notice
    }
    if (run != 0) {
      interruptedRun = run;
      run = 0; // sends the next event through prepare(), which looks whether the constructor still
      // runs
    }
  }

  @Override
  public void superEnd(int level) {
    superCalls.popFrom(level);
    resumeRun();
  }

  private void resumeRun() {
    if (run == 0) {
      run = interruptedRun;
    }
  }

  /**
   * Closes the calls inside a level whose ends no probe saw; returns whether that level itself is
   * open.
   */
  private boolean closeInner(int level, @Nullable Throwable thrown) {
    if (depth > level) {
      int code = thrownCode(unwrapped(thrown));
      while (depth > level) {
        leave(depth, code);
      }
    }
    return depth == level;
  }

  /** What was thrown inside is the cause of what reflection throws outside. */
  private static @Nullable Throwable unwrapped(@Nullable Throwable thrown) {
    return thrown != null && thrown.getClass() == InvocationTargetException.class
        ? thrown.getCause()
        : thrown;
  }

  private int thrownCode(@Nullable Throwable thrown) {
    return EventCode.of(EventCode.THROWN, exceptionId(thrown));
  }

  private int exceptionId(@Nullable Throwable thrown) {
    try {
      return thrown == null ? EventRecorder.SOME_THROWABLE : recorder.symbols.exceptionId(thrown);
    } catch (OutOfMemoryError e) {
      return EventRecorder.SOME_THROWABLE;
    }
  }

  private void leave(int level, int code) {
    if (superCalls.innermost() >= level) {
      superCalls.popFrom(level); // first: should put() fail, an outer probe closes this level
    }
    if (level <= maxDepth && recorder.recording) {
      put(code);
    }
    depth = level - 1;
  }

  private void put(int code) {
    if (run != sequence.latest() || ring.isFull()) {
      prepare(code);
      if (recorder.writingThrough) {
        appendThrough(code);
        return;
      }
    }
    ring.append(code);
  }

  private void appendThrough(int code) {
    ring.append(code);
    try {
      recorder.flush();
    } catch (StackOverflowError e) {
      return; // the event is recorded, and the next one hands it on too
    }
  }

  /** Makes room and begins a run, where there is none. */
  private void prepare(int code) {
    resumeRun();
    if (EventCode.kind(code) == EventCode.CALL
        && superCalls.leftUnseen(depth, code, recorder.symbols)) {
      leave(depth, thrownCode(null));
    }
    if (ring.isFull()) {
      recorder.makeRoom(this);
    }
    if (run != sequence.latest()) {
      long stamp = sequence.claim();
      ring.appendMark(stamp);
      run = stamp; // last: where there is no stack, nothing was published
    }
  }

  boolean isOver() {
    Thread owner = thread.get();
    boolean ended = owner == null || !owner.isAlive();
    return ended && ring.isDrained(); // in this order: its last events count
  }
}
