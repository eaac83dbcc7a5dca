package dev.bottrace.internal.record;

import dev.bottrace.runtime.ThreadSink;
import dev.bottrace.trace.TracedThread;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/**
 * The events of one thread, in a ring that this thread fills and the recorder empties.
 *
 * <p>No probe throws, but for a {@link StackOverflowError} at its very call; so state changes only
 * after the last call that a probe makes.
 */
final class ThreadRecord extends ThreadSink {
  /** Ints that a ring has at first. */
  static final int FIRST_CAPACITY = 1 << 10;

  /** The same for virtual threads, of which there may be a hundred thousand. */
  static final int FIRST_CAPACITY_VIRTUAL = 1 << 7;

  /** Ints that a ring has at most. */
  static final int LAST_CAPACITY = 1 << 14;

  /** Ints that one event takes at most: the mark of a run, its stamp, the event. */
  private static final int LARGEST_EVENT = 4;

  private static final VarHandle HEAD;

  static {
    try {
      HEAD = MethodHandles.lookup().findVarHandle(ThreadRecord.class, "head", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  final WeakReference<Thread> thread;
  final String name;
  final boolean virtual;
  final boolean main;

  /** What the thread is called in the trace, once it has an event there. */
  @Nullable TracedThread identity;

  /** The calls that are open at the point that the recorder has come to. */
  final OpenCalls open = new OpenCalls();

  private final EventRecorder recorder;
  private final Sequence sequence;
  private final int maxDepth;

  private int[] ring;
  private int mask;
  private long head;
  private long limit;
  private long run;
  private long interruptedRun;
  private final SuperCalls superCalls = new SuperCalls();

  // The recorder's side, under its lock.
  private long tail;
  private long end;
  private long drainedRun;

  ThreadRecord(EventRecorder recorder, Thread thread, boolean main) {
    this.recorder = recorder;
    this.sequence = recorder.sequence;
    this.maxDepth = recorder.maxDepth;
    this.thread = new WeakReference<>(thread);
    this.name = thread.getName();
    this.virtual = VirtualThreads.isVirtual(thread);
    this.main = main;
    this.ring = new int[virtual ? FIRST_CAPACITY_VIRTUAL : FIRST_CAPACITY];
    this.mask = ring.length - 1;
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
    if (level <= maxDepth && recorder.recording) {
      put(code);
    }
    if (superCalls.innermost() >= level) {
      superCalls.popFrom(level);
    }
    depth = level - 1;
  }

  private void put(int code) {
    if (run != sequence.latest() || head >= limit) {
      prepare(code);
      if (recorder.writingThrough) {
        publish(code);
        handOn();
        return;
      }
    }
    publish(code);
  }

  private void publish(int code) {
    long at = head;
    ring[(int) at & mask] = code;
    HEAD.setRelease(this, at + 1);
  }

  /** Does not throw, as the event is recorded already. */
  private void handOn() {
    try {
      recorder.flush();
    } catch (StackOverflowError e) {
      return; // the next event hands this one on too
    }
  }

  /** Sends each event through {@link #prepare}. Called under the recorder's lock. */
  void askAlways() {
    limit = 0;
  }

  /** Makes room and begins a run, where there is none. */
  private void prepare(int code) {
    resumeRun();
    if (EventCode.kind(code) == EventCode.CALL
        && superCalls.leftUnseen(depth, code, recorder.symbols)) {
      leave(depth, thrownCode(null));
    }
    if (head >= limit) {
      recorder.makeRoom(this);
    }
    if (run != sequence.latest()) {
      long stamp = sequence.claim();
      long at = head;
      ring[(int) at & mask] = EventCode.MARK;
      ring[(int) (at + 1) & mask] = (int) (stamp >>> 32);
      ring[(int) (at + 2) & mask] = (int) stamp;
      HEAD.setRelease(this, at + 3);
      run = stamp; // last: where there is no stack, nothing was published
    }
  }

  /**
   * Sets how far the thread may go on before it has to ask again. Called by the thread itself under
   * the recorder's lock.
   *
   * @param events how many are still wanted
   */
  void admit(long events) {
    if (head == tail && limit != 0 && ring.length < LAST_CAPACITY) {
      grow();
    }
    limit =
        Math.min(
            tail + ring.length - LARGEST_EVENT,
            events > ring.length ? Long.MAX_VALUE : head + events);
    if (recorder.writingThrough) {
      askAlways();
    }
  }

  private void grow() {
    try {
      ring = new int[ring.length * 4];
      mask = ring.length - 1;
    } catch (OutOfMemoryError e) {
      return; // the smaller one does as well
    }
  }

  /** Returns whether the thread has recorded nothing so far. */
  boolean isFresh() {
    return head == 0;
  }

  boolean hasRoom() {
    return head - tail < ring.length - LARGEST_EVENT;
  }

  boolean isOver() {
    Thread owner = thread.get();
    boolean ended = owner == null || !owner.isAlive();
    return ended && tail == (long) HEAD.getAcquire(this); // in this order: its last events count
  }

  /** Takes in what the thread has published. */
  void look() {
    end = (long) HEAD.getAcquire(this);
  }

  boolean hasNext() {
    return tail < end;
  }

  /** Returns the stamp of the run that the next event belongs to. */
  long nextStamp() {
    if (ring[(int) tail & mask] != EventCode.MARK) {
      return drainedRun;
    }
    return ((long) ring[(int) (tail + 1) & mask] << 32)
        | (ring[(int) (tail + 2) & mask] & 0xFFFFFFFFL);
  }

  /** Moves to the first event of the next run, or of what is left of the current one. */
  void beginRun() {
    if (ring[(int) tail & mask] == EventCode.MARK) {
      drainedRun = nextStamp();
      tail += 3;
    }
  }

  /** Returns whether the run that the recorder is in has another event. */
  boolean hasNextInRun() {
    return tail < end && ring[(int) tail & mask] != EventCode.MARK;
  }

  int next() {
    return ring[(int) tail & mask];
  }

  void taken() {
    tail++;
  }
}
