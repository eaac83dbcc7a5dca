package dev.bottrace.internal.record;

import dev.bottrace.internal.compact.EventCode;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Codes on their way from the thread that records them to the recorder: one writes, one reads, and
 * neither waits.
 *
 * <p>Positions count all codes that ever were; the array holds the last of them. A place is {@link
 * EventCode#NOTHING} until the writer has stored a code there, and again before it is offered the
 * place anew. So a code publishes itself, and the writer stores to plain fields only: without a
 * barrier between two events, the JIT compiler keeps in registers what inlined probes share.
 */
final class EventRing {
  /** Ints that a ring has at first. */
  static final int FIRST_CAPACITY = 1 << 10;

  /** The same for virtual threads, of which there may be a hundred thousand. */
  static final int FIRST_CAPACITY_VIRTUAL = 1 << 7;

  /** Ints that a ring has at most. */
  static final int LAST_CAPACITY = 1 << 14;

  /** Ints of the mark of a run: itself, its stamp. */
  private static final int MARK_LENGTH = 3;

  /** Ints that one event takes at most. */
  private static final int LARGEST_EVENT = MARK_LENGTH + 1;

  /** In the stamp of a run: there is something between it and the run before. */
  private static final long NOTED = 1L << 61;

  /** Bits of a stamp that one int has; its lowest one is 0, as that of nothing is not. */
  private static final int STAMP_BITS = 31;

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

  /** The position before which all places were offered anew. */
  private long cleared;

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
    codes = empty(capacity);
  }

  private static int[] empty(int capacity) {
    int[] places = new int[capacity];
    Arrays.fill(places, EventCode.NOTHING);
    return places;
  }

  /** Tells the writer whether it has to ask the recorder before it goes on. */
  boolean isFull() {
    return head >= limit;
  }

  /** Tells the writer whether it can append an event without further ado. */
  boolean isReady() {
    return run == sequence.latest && head < limit;
  }

  /**
   * Appends an event, if the writer {@linkplain #isReady() is ready}: what most events come to. The
   * index has the form of which the JIT compiler knows that it is within.
   *
   * @return whether it did
   */
  boolean offer(int code) {
    int[] ring = codes;
    long at = head;
    if (run != sequence.latest || at >= limit) {
      return false;
    }
    ring[(int) at & (ring.length - 1)] = code;
    head = at + 1;
    return true;
  }

  private void append(int code) {
    int[] ring = codes;
    long at = head;
    ring[(int) at & (ring.length - 1)] = code;
    head = at + 1;
  }

  /** Appends an event with what belongs to it, or without that if there is no memory for it. */
  void append(int code, @Nullable Object value) {
    if (value != null) {
      if (values == null) {
        makeValues();
      }
      if (values != null) {
        values[(int) head & (values.length - 1)] = value;
        VarHandle.releaseFence();
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
    if (run != sequence.latest) {
      long stamp = sequence.claim();
      appendMark(stamp);
      run = stamp; // last: where there is no stack, nothing was published
    }
  }

  /** No call is between the stores, so none can miss for want of stack. */
  private void appendMark(long newStamp) {
    int[] ring = codes;
    int mask = ring.length - 1;
    long at = head;
    ring[(int) at & mask] = EventCode.MARK;
    ring[(int) (at + 1) & mask] = (int) (newStamp >>> STAMP_BITS) << 1;
    ring[(int) (at + 2) & mask] = (int) newStamp << 1;
    head = at + MARK_LENGTH;
  }

  /**
   * Puts something between two events, by which a run ends and the next one begins. There has to be
   * {@linkplain #hasRoomForNote() room}.
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

  /** Tells whether the writer is in no run: it was interrupted, or has not begun one. */
  boolean isInterrupted() {
    return run == 0;
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

  /** Tells whether a full ring has room when it is admitted. Under the drain's lock. */
  boolean hasRoom() {
    return head - tail < codes.length - LARGEST_EVENT;
  }

  /** Tells the writer whether it can note something, without asking. */
  boolean hasRoomForNote() {
    return head - cleared < codes.length - LARGEST_EVENT;
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
    clear();
    long wanted = events > codes.length ? Long.MAX_VALUE : head + events;
    limit = Math.min(tail + codes.length - LARGEST_EVENT, wanted);
  }

  private void grow() {
    try {
      codes = empty(codes.length * 4);
      values = null;
      cleared = tail;
    } catch (OutOfMemoryError e) {
      return; // the smaller one does as well
    }
  }

  /** Offers anew what the reader has done with. */
  private void clear() {
    int from = (int) cleared & (codes.length - 1);
    int length = (int) (tail - cleared);
    int first = Math.min(length, codes.length - from);
    Arrays.fill(codes, from, from + first, EventCode.NOTHING);
    Arrays.fill(codes, 0, length - first, EventCode.NOTHING);
    cleared = tail;
  }

  /** Makes the writer ask before each event. Under the drain's lock. */
  void askAlways() {
    limit = 0;
  }

  /** Returns whether the reader has come to the end of what is published now. */
  boolean isDrained() {
    return codeAt(tail) == EventCode.NOTHING;
  }

  /** Takes in what is published now. To be called by a thread that is not the writer. */
  void look() {
    int[] places = codes;
    int mask = places.length - 1;
    long at = tail;
    long most = tail + places.length;
    while (at < most) {
      int code = places[(int) at & mask];
      if (code == EventCode.NOTHING || (code == EventCode.MARK && !isWhole(at))) {
        break;
      }
      at += code == EventCode.MARK ? MARK_LENGTH : 1;
    }
    end = at;
    VarHandle.acquireFence();
  }

  /** Takes in what the writer has stored, which calls this itself and need not look for it. */
  void lookAsWriter() {
    end = head;
  }

  /** Tells whether the stamp of a mark is there, too. */
  private boolean isWhole(long mark) {
    return codeAt(mark + 1) != EventCode.NOTHING && codeAt(mark + 2) != EventCode.NOTHING;
  }

  boolean hasNext() {
    return tail < end;
  }

  /** Returns the stamp of the run that the next event belongs to. */
  long nextStamp() {
    return atMark() ? markedStamp() & ~NOTED : stamp;
  }

  private long markedStamp() {
    return ((long) (codeAt(tail + 1) >>> 1) << STAMP_BITS) | (codeAt(tail + 2) >>> 1);
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
      noted += (marked & NOTED) != 0 ? 1 : 0;
      tail += MARK_LENGTH;
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

  /**
   * Returns what belongs to the next events of the run, for as many as are published.
   *
   * @param most of how many events it is wanted
   * @return null if no event has anything
   */
  @Nullable Object @Nullable [] valuesOfRun(long most) {
    @Nullable Object[] places = values;
    if (places == null) {
      return null;
    }
    int length = 0;
    while (length < most && tail + length < end && codeAt(tail + length) != EventCode.MARK) {
      length++;
    }
    @Nullable Object[] copy = new Object[length];
    for (int i = 0; i < length; i++) {
      copy[i] = places[(int) (tail + i) & (places.length - 1)];
    }
    return copy;
  }

  int next() {
    return codeAt(tail);
  }

  /** Returns what belongs to the next event. */
  @Nullable Object nextValue() {
    return values == null ? null : values[(int) tail & (values.length - 1)];
  }
}
