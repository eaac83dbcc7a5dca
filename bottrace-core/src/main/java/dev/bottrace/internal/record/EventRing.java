package dev.bottrace.internal.record;

import dev.bottrace.internal.compact.EventCode;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Codes on their way from the thread that records them to the recorder: one writes, one reads, and
 * neither waits.
 *
 * <p>Positions count all codes that ever were; the array holds the last of them. The writer
 * publishes its position after the code, so the reader, which looks at the position first, finds
 * the codes before it complete.
 */
final class EventRing {
  /** Ints that a ring has at first. */
  static final int FIRST_CAPACITY = 1 << 10;

  /** The same for virtual threads, of which there may be a hundred thousand. */
  static final int FIRST_CAPACITY_VIRTUAL = 1 << 7;

  /** Ints that a ring has at most. */
  static final int LAST_CAPACITY = 1 << 14;

  /** Ints that one event takes at most: the mark of a run, its stamp, the event. */
  private static final int LARGEST_EVENT = 4;

  /** In the stamp of a run: there is something between it and the run before. */
  private static final long NOTED = Long.MIN_VALUE;

  private static final VarHandle HEAD;

  static {
    try {
      HEAD = MethodHandles.lookup().findVarHandle(EventRing.class, "head", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Ints, a power of two of them; a position's is that of its lowest bits. */
  int[] codes;

  /**
   * What belongs to an event besides its code, at the same position; made when it is needed. Who
   * takes an event clears it: an event that has none leaves what it finds.
   */
  @Nullable Object @Nullable [] values;

  // The writer's side.
  private final Sequence sequence;
  private long head;
  private long limit;

  /** The stamp of the run that the writer is in; 0 sends it through {@link #ensureRun}. */
  private long run;

  private long interruptedRun;

  /** What stands between events, as far as the reader has not come to it; null if nothing did. */
  private volatile @Nullable Queue<Handover> notes;

  // The reader's side, under the drain's lock.
  /** The position of the next event. Counted up by who takes it, without a call. */
  long tail;

  private long end;
  private long stamp;
  private int noted;

  EventRing(Sequence sequence, int capacity) {
    this.sequence = sequence;
    codes = new int[capacity];
  }

  /** Tells the writer whether it has to ask the recorder before it goes on. */
  boolean isFull() {
    return head >= limit;
  }

  /** Tells the writer whether it can append an event without further ado. */
  boolean isReady() {
    return run == sequence.latest() && head < limit;
  }

  /** Appends an event. The index has the form of which the JIT compiler knows that it is within. */
  void append(int code) {
    int[] ring = codes;
    long at = head;
    ring[(int) at & (ring.length - 1)] = code;
    HEAD.setRelease(this, at + 1);
  }

  /** Appends an event with what belongs to it, or without that if there is no memory for it. */
  void append(int code, @Nullable Object value) {
    if (value != null) {
      if (values == null) {
        makeValues();
      }
      if (values != null) {
        values[(int) head & (values.length - 1)] = value;
      }
    }
    append(code);
  }

  private void makeValues() {
    try {
      values = new Object[codes.length];
    } catch (OutOfMemoryError e) {
      return;
    }
  }

  /** Begins a run, if another thread has begun one since the writer did. */
  void ensureRun() {
    if (run != sequence.latest()) {
      long stamp = sequence.claim();
      appendMark(stamp);
      run = stamp; // last: where there is no stack, nothing was published
    }
  }

  private void appendMark(long newStamp) {
    int[] ring = codes;
    int mask = ring.length - 1;
    long at = head;
    ring[(int) at & mask] = EventCode.MARK;
    ring[(int) (at + 1) & mask] = (int) (newStamp >>> 32);
    ring[(int) (at + 2) & mask] = (int) newStamp;
    HEAD.setRelease(this, at + 3);
  }

  /**
   * Puts something between two events, by which a run ends and the next one begins. There has to be
   * {@linkplain #hasRoom() room}.
   */
  void note(Handover handover) {
    Queue<Handover> queue = notes;
    if (queue == null) {
      queue = new ConcurrentLinkedQueue<>();
      notes = queue;
    }
    queue.add(handover);
    long stamp = sequence.claim();
    appendMark(stamp | NOTED);
    if (run == 0) {
      interruptedRun = stamp;
    } else {
      run = stamp;
    }
  }

  /** Makes the writer not ready until it resumes its run. */
  void interruptRun() {
    if (run != 0) {
      interruptedRun = run;
      run = 0;
    }
  }

  /** Makes good {@link #interruptRun}. */
  void resumeRun() {
    if (run == 0) {
      run = interruptedRun;
    }
  }

  /** Returns whether nothing was recorded so far. */
  boolean isFresh() {
    return head == 0;
  }

  boolean hasRoom() {
    return head - tail < codes.length - LARGEST_EVENT;
  }

  /**
   * Sets how far the writer may go on before it has to ask again. Called by the writer under the
   * drain's lock.
   *
   * @param events how many are still wanted
   */
  void admit(long events) {
    if (head == tail && limit != 0 && codes.length < LAST_CAPACITY) {
      grow();
    }
    long wanted = events > codes.length ? Long.MAX_VALUE : head + events;
    limit = Math.min(tail + codes.length - LARGEST_EVENT, wanted);
  }

  private void grow() {
    try {
      codes = new int[codes.length * 4];
      values = null;
    } catch (OutOfMemoryError e) {
      return; // the smaller one does as well
    }
  }

  /** Makes the writer ask before each event. Under the drain's lock. */
  void askAlways() {
    limit = 0;
  }

  /** Returns whether the reader has come to the end of what is published now. */
  boolean isDrained() {
    return tail == (long) HEAD.getAcquire(this);
  }

  /** Takes in what is published now. */
  void look() {
    end = (long) HEAD.getAcquire(this);
  }

  boolean hasNext() {
    return tail < end;
  }

  /** Returns the stamp of the run that the next event belongs to. */
  long nextStamp() {
    return atMark() ? markedStamp() & ~NOTED : stamp;
  }

  private long markedStamp() {
    return ((long) codeAt(tail + 1) << 32) | (codeAt(tail + 2) & 0xFFFFFFFFL);
  }

  private boolean atMark() {
    return codeAt(tail) == EventCode.MARK;
  }

  private int codeAt(long position) {
    return codes[(int) position & (codes.length - 1)];
  }

  /** Moves to the first event of the next run, or of what is left of the current one. */
  void beginRun() {
    if (atMark()) {
      long marked = markedStamp();
      stamp = marked & ~NOTED;
      noted += marked < 0 ? 1 : 0;
      tail += 3;
    }
  }

  /** Returns what stands before the run that has begun; null if nothing does, or not any more. */
  @Nullable Handover nextNote() {
    Queue<Handover> queue = notes;
    if (noted == 0 || queue == null) {
      return null;
    }
    noted--;
    return queue.poll();
  }

  /** Returns whether the run that the reader is in has another event. */
  boolean hasNextInRun() {
    return tail < end && !atMark();
  }

  /**
   * Returns up to which index the array can be read without a break.
   *
   * @param from index of the next event
   * @param last position before which to stop
   */
  int contiguous(int from, long last) {
    return (int) Math.min(codes.length, from + Math.min(last, end) - tail);
  }

  /** Moves to the end of the run, or of what is published of it. */
  void skipRun() {
    while (hasNextInRun()) {
      tail++;
    }
  }

  int next() {
    return codeAt(tail);
  }

  /** Returns what belongs to the next event. */
  @Nullable Object nextValue() {
    return values == null ? null : values[(int) tail & (values.length - 1)];
  }
}
