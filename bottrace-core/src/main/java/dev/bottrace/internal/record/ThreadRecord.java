package dev.bottrace.internal.record;

import dev.bottrace.runtime.LocalsFrame;
import dev.bottrace.runtime.ThreadSink;
import dev.bottrace.trace.TracedThread;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
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
  private final @Nullable LocalsStack locals;

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
    this.locals = recorder.followsLocals ? new LocalsStack(recorder.symbols) : null;
  }

  @Override
  public void enter(int method, @Nullable Object[] arguments) {
    boolean wanted = depth < maxDepth && recorder.recording;
    enter(method, wanted ? recorder.argumentsOf(method, arguments) : null);
  }

  @Override
  public void enter(int method) {
    enter(method, (Object) null);
  }

  private void enter(int method, @Nullable Object value) {
    int level = depth + 1;
    if (level <= maxDepth && recorder.recording) {
      put(EventCode.of(EventCode.CALL, method), value);
      depth++; // not level: put() may have found that a constructor was left
    } else {
      depth = level;
    }
  }

  @Override
  public LocalsFrame locals(int level, int method, int slots) {
    return locals == null ? new LocalsFrame(slots) : locals.push(level, method, slots);
  }

  /** Returns the variables of the calls that are open now, innermost first. */
  List<CallVariables> openCalls() {
    return locals == null ? List.of() : locals.open(depth);
  }

  /** Returns the variables of the calls that an exception has left, innermost first. */
  List<CallVariables> callsLeftBy(Throwable thrown) {
    return locals == null ? List.of() : locals.leftBy(thrown);
  }

  @Override
  public void exit(int level, int method, @Nullable Object value) {
    boolean wanted = depth <= maxDepth && recorder.recording;
    exit(level, wanted ? recorder.resultOf(method, value) : null);
  }

  @Override
  public void exit(int level) {
    exit(level, null);
  }

  private void exit(int level, @Nullable Object value) {
    if (depth != level && !closeInner(level, null)) {
      return;
    }
    if (locals != null) {
      locals.returned(level);
    }
    leave(level, EventCode.RETURN, value);
  }

  @Override
  public void exitThrowing(int level, Throwable thrown) {
    if (depth != level && !closeInner(level, thrown)) {
      return;
    }
    if (locals != null) {
      locals.left(level, thrown);
    }
    leaveThrowing(level, thrown);
    if (level == 1 && recorder.snapshotsUncaught && !main) {
      leftOutermost(thrown);
    }
  }

  /** Nobody catches what leaves a thread's outermost method, if the JDK alone stands below it. */
  private void leftOutermost(Throwable thrown) {
    if (EndOfThread.isNext()) {
      recorder.uncaught(thrown);
    }
  }

  @Override
  public void constructorThrew(int level, int method, Throwable thrown) {
    exitThrowing(level, thrown);
    int left = method;
    while (superCalls.leftWith(depth, recorder.symbols.method(left).className())) {
      left = superCalls.innermostConstructor();
      leaveUnseen(thrown);
    }
  }

  @Override
  public void caught(int level, Throwable thrown) {
    closeInner(level, thrown);
    if (locals != null) {
      locals.caught(level, thrown);
    }
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
      Throwable left = unwrapped(thrown);
      while (depth > level) {
        leaveUnseen(left);
      }
    }
    return depth == level;
  }

  private void leaveUnseen(@Nullable Throwable thrown) {
    if (locals != null && thrown != null) {
      locals.left(depth, thrown);
    }
    leaveThrowing(depth, thrown);
  }

  private void leaveThrowing(int level, @Nullable Throwable thrown) {
    boolean wanted = level <= maxDepth && recorder.recording;
    leave(level, wanted ? thrownCode(thrown) : EventCode.RETURN);
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
    leave(level, code, null);
  }

  private void leave(int level, int code, @Nullable Object value) {
    if (superCalls.innermost() >= level) {
      superCalls.popFrom(level); // first: should put() fail, an outer probe closes this level
    }
    if (level <= maxDepth && recorder.recording) {
      put(code, value);
    }
    depth = level - 1;
  }

  private void put(int code, @Nullable Object value) {
    if (run != sequence.latest() || ring.isFull()) {
      prepare(code);
      if (recorder.writingThrough) {
        appendThrough(code, value);
        return;
      }
    }
    if (recorder.takesValues) {
      ring.append(code, value);
    } else {
      ring.append(code);
    }
  }

  private void appendThrough(int code, @Nullable Object value) {
    ring.append(code, value);
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
      leaveUnseen(null);
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
