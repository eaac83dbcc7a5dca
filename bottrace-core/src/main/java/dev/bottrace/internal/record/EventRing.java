package dev.bottrace.internal.record;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
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

  private static final VarHandle HEAD;

  static {
    try {
      HEAD = MethodHandles.lookup().findVarHandle(EventRing.class, "head", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private int[] codes;
  private int mask;

  /** What belongs to an event besides its code, at the same position; made when it is needed. */
  private @Nullable Object @Nullable [] values;

  // The writer's side.
  private long head;
  private long limit;

  // The reader's side, under the recorder's lock.
  /** The position of the next event. Counted up by {@link RunMerger}. */
  long tail;

  private long end;
  private long stamp;

  EventRing(int capacity) {
    codes = new int[capacity];
    mask = capacity - 1;
  }

  /** Tells the writer whether it has to ask the recorder before it goes on. */
  boolean isFull() {
    return head >= limit;
  }

  /** Appends an event with what belongs to it. */
  void append(int code, @Nullable Object value) {
    if (value != null && values == null) {
      values = new Object[codes.length];
    }
    if (values != null) {
      values[(int) head & mask] = value;
    }
    append(code);
  }

  void append(int code) {
    long at = head;
    codes[(int) at & mask] = code;
    HEAD.setRelease(this, at + 1);
  }

  /** Begins a run. */
  void appendMark(long newStamp) {
    long at = head;
    codes[(int) at & mask] = EventCode.MARK;
    codes[(int) (at + 1) & mask] = (int) (newStamp >>> 32);
    codes[(int) (at + 2) & mask] = (int) newStamp;
    HEAD.setRelease(this, at + 3);
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
   * recorder's lock.
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
      mask = codes.length - 1;
      values = null;
    } catch (OutOfMemoryError e) {
      return; // the smaller one does as well
    }
  }

  /** Makes the writer ask before each event. Under the recorder's lock. */
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
    return atMark()
        ? ((long) codes[(int) (tail + 1) & mask] << 32)
            | (codes[(int) (tail + 2) & mask] & 0xFFFFFFFFL)
        : stamp;
  }

  private boolean atMark() {
    return codes[(int) tail & mask] == EventCode.MARK;
  }

  /** Moves to the first event of the next run, or of what is left of the current one. */
  void beginRun() {
    if (atMark()) {
      stamp = nextStamp();
      tail += 3;
    }
  }

  /** Returns whether the run that the reader is in has another event. */
  boolean hasNextInRun() {
    return tail < end && !atMark();
  }

  /** Returns what belongs to the next event. */
  @Nullable Object nextValue() {
    return values == null ? null : values[(int) tail & mask];
  }

  int next() {
    return codes[(int) tail & mask];
  }
}
