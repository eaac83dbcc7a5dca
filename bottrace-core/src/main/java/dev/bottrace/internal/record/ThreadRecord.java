package dev.bottrace.internal.record;

import dev.bottrace.internal.compact.EventCode;
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
class ThreadRecord extends ThreadSink {
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
  private final int maxDepth;
  private final SuperCalls superCalls = new SuperCalls();
  private final @Nullable LocalsStack locals;

  /**
   * Two numbers that tell in one comparison whether the return of a level is nothing but an event:
   * it is recorded, no constructor further in is inside its {@code super()} call, and no variables
   * are followed.
   */
  private int plainOffset;

  private int plainBound;

  ThreadRecord(EventRecorder recorder, Thread thread, boolean main) {
    this.recorder = recorder;
    this.maxDepth = recorder.maxDepth;
    this.thread = new WeakReference<>(thread);
    this.name = thread.getName();
    this.virtual = VirtualThreads.isVirtual(thread);
    this.main = main;
    this.ring =
        new EventRing(
            recorder.sequence,
            virtual ? EventRing.FIRST_CAPACITY_VIRTUAL : EventRing.FIRST_CAPACITY);
    this.locals = recorder.followsLocals ? new LocalsStack(recorder.symbols) : null;
    findPlainLevels();
  }

  /** To be called when the constructors that are inside {@code super()} have changed. */
  private void findPlainLevels() {
    int innermost = superCalls.innermost();
    int levels = locals == null ? Math.max(0, maxDepth - innermost) : 0;
    plainOffset = Integer.MIN_VALUE - innermost - 1;
    plainBound = Integer.MIN_VALUE + levels;
  }

  /** That is {@code innermost < level && level <= innermost + levels}, without overflow. */
  private boolean isPlain(int level) {
    return level + plainOffset < plainBound;
  }

  /** Tells whether a level is nothing but a number: too deep, and followed by nobody. */
  private boolean isTooDeep(int level) {
    return level > maxDepth && locals == null;
  }

  @Override
  public void enter(int method, @Nullable Object[] arguments) {
    begin(method, valuesOf(method, arguments));
  }

  /** Writes down the arguments of the next call; null if they are not wanted. */
  final @Nullable Object valuesOf(int method, @Nullable Object[] arguments) {
    closeLeft(method); // first: the call may be less deep than it seems
    boolean wanted = depth < maxDepth && recorder.recording;
    return wanted ? recorder.argumentsOf(method, arguments) : null;
  }

  /** A call begins that takes more than to offer its event, or has more to say than its method. */
  final void begin(int method, @Nullable Object value) {
    closeLeft(method);
    put(depth + 1, EventCode.of(EventCode.CALL, method), value);
    depth++;
  }

  /** Closes the constructors that an exception has left unseen before a call, if there are any. */
  private void closeLeft(int method) {
    if (ring.isInterrupted()) {
      while (superCalls.leftUnseen(depth, method, recorder.symbols)) {
        leaveUnseen(null);
      }
      ring.resumeRun();
    }
  }

  /** Stands among the events of this thread, for the recorder. */
  final void note(Handover handover) {
    if (recorder.recording && ring.isFull()) {
      recorder.drain.makeRoom(this);
    }
    if (recorder.recording && ring.hasRoomForNote()) {
      ring.note(handover);
    }
  }

  @Override
  public void enter(int method) {
    int level = depth + 1;
    if (level <= maxDepth
        ? ring.offer(EventCode.of(EventCode.CALL, method))
        : !ring.isInterrupted()) {
      depth = level;
    } else {
      begin(method, null);
    }
  }

  /** Comes only from a class that is about to get other probes. */
  @Override
  public void count(int method) {}

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
    if (isOpen(level)) {
      boolean wanted = level <= maxDepth && recorder.recording;
      Object result = wanted ? recorder.resultOf(method, value) : null;
      returned(level, result);
    }
  }

  @Override
  public void exit(int level) {
    if (depth == level && isPlain(level) && ring.offer(EventCode.RETURN)) {
      depth = level - 1;
    } else if (depth == level && isTooDeep(level)) {
      depth = level - 1;
    } else if (isOpen(level)) {
      returned(level, null);
    }
  }

  /** Tells whether a level is open, and makes it the innermost one. */
  private boolean isOpen(int level) {
    return depth == level || closeInner(level, null);
  }

  private void returned(int level, @Nullable Object value) {
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
    if (thrown instanceof LinkageError failure) {
      recorder.linkageFailed(failure);
    }
    if (level == 1 && recorder.looksAtEndOf(this)) {
      leftOutermost(thrown, 1);
    }
  }

  /**
   * Nobody catches what leaves a thread's outermost method, if the JDK alone stands below it.
   *
   * @param frames of traced methods that are left by that
   */
  private void leftOutermost(Throwable thrown, int frames) {
    try {
      if (EndOfThread.isNext(frames)) {
        recorder.uncaught(thrown);
      }
    } catch (OutOfMemoryError e) {
      return; // the JVM prints the exception all the same, if it can
    }
  }

  @Override
  public void constructorThrew(int level, int method, Throwable thrown) {
    exitThrowing(level, thrown);
    int left = method;
    int frames = 1;
    while (superCalls.leftWith(depth, recorder.symbols.method(left).className())) {
      left = superCalls.innermostConstructor();
      leaveUnseen(thrown);
      frames++;
    }
    if (frames > 1 && depth == 0 && recorder.looksAtEndOf(this)) {
      leftOutermost(thrown, frames);
    }
  }

  @Override
  public void caught(int level, Throwable thrown) {
    closeInner(level, thrown);
    if (locals != null) {
      locals.caught(level, thrown);
    }
  }

  /**
   * Tells whether it does not matter that a constructor is left: all levels inside it are too deep,
   * too, and are closed with it, unless it leaves another constructor by that.
   */
  private boolean isOfNoInterest(int level) {
    return isTooDeep(level) && superCalls.innermost() < level - 1;
  }

  @Override
  public void superStart(int level, int method, String callee) {
    if (isOfNoInterest(level)) {
      return;
    }
    if (!superCalls.push(level, method, callee)) {
      return; // no memory: should the constructor be left, an outer probe will notice
    }
    findPlainLevels();
    ring.interruptRun(); // so the next event looks whether the constructor still runs
  }

  @Override
  public void superEnd(int level) {
    if (isOfNoInterest(level)) {
      return;
    }
    leaveSuperCalls(level);
    ring.resumeRun();
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
    leave(level, wanted ? thrownCode(thrown) : EventCode.RETURN, null);
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

  private void leave(int level, int code, @Nullable Object value) {
    if (superCalls.innermost() >= level) {
      leaveSuperCalls(level); // first: should put() fail, an outer probe closes this level
    }
    put(level, code, value);
    depth = level - 1;
  }

  private void leaveSuperCalls(int level) {
    superCalls.popFrom(level);
    findPlainLevels();
  }

  private void put(int level, int code, @Nullable Object value) {
    if (level > maxDepth || !recorder.recording) {
      return;
    }
    if (!ring.isReady()) {
      prepare();
      if (recorder.writingThrough) {
        appendThrough(code, value);
        return;
      }
    }
    ring.append(code, value);
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
  private void prepare() {
    ring.resumeRun();
    if (ring.isFull()) {
      recorder.drain.makeRoom(this);
    }
    ring.ensureRun();
  }

  boolean isOver() {
    Thread owner = thread.get();
    boolean ended = owner == null || !owner.isAlive();
    return ended && ring.isDrained(); // in this order: its last events count
  }
}
