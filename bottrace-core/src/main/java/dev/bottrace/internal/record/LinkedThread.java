package dev.bottrace.internal.record;

import dev.bottrace.internal.compact.EventCode;
import dev.bottrace.trace.TracedMethod;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A thread whose tasks are linked to where they come from. It knows its open calls and its tasks,
 * which others need not: the class is not even loaded where nobody asks for links.
 */
final class LinkedThread extends ThreadRecord {
  private final EventRecorder recorder;

  /** By level: which method was called, and as which call of this thread. */
  private int[] methods = new int[16];

  private long[] serials = new long[16];
  private long calls;
  private RunningTask running;

  private final @Nullable ThreadLender lender;

  /** Whether this thread is seen only for the sake of its task. */
  private boolean lent;

  /** What was handed over last: several tasks of one line share it. */
  private @Nullable Handover latest;

  /** The numbers of the open calls at the point that the recorder has come to. */
  private long[] numbers = new long[16];

  private int numbered;

  LinkedThread(
      EventRecorder recorder,
      Thread thread,
      boolean main,
      @Nullable Handover origin,
      @Nullable ThreadLender lender) {
    super(recorder, thread, main);
    this.recorder = recorder;
    this.lender = lender;
    this.running = new RunningTask(null, null, origin, 0, null);
  }

  @Override
  public void enter(int method) {
    Handover origin = originOfNext();
    if (origin == null) {
      super.enter(method);
    } else {
      begin(method, new CalledFrom(origin, null));
    }
    entered(method);
  }

  @Override
  public void enter(int method, @Nullable Object[] arguments) {
    Handover origin = originOfNext();
    if (origin == null) {
      super.enter(method, arguments);
    } else {
      begin(method, new CalledFrom(origin, valuesOf(method, arguments)));
    }
    entered(method);
  }

  /** Returns where the task comes from of which the next call is an outermost one. */
  private @Nullable Handover originOfNext() {
    Handover origin = running.origin();
    return origin == null || !origin.isOfCall() || depth != running.depth() || isOpen(origin)
        ? null
        : origin;
  }

  /** Tells whether the call that has handed over is still open, and in this thread. */
  private boolean isOpen(Handover origin) {
    int level = origin.level();
    return origin.isOf(this)
        && level <= depth
        && level < serials.length
        && origin.isBy(this, level, serials[level]);
  }

  private void entered(int method) {
    int level = depth;
    if (level >= methods.length) {
      try {
        methods = Arrays.copyOf(methods, 2 * level);
        serials = Arrays.copyOf(serials, 2 * level);
      } catch (OutOfMemoryError e) {
        return; // what it hands over is not linked
      }
    }
    if (level < serials.length) {
      methods[level] = method;
      serials[level] = ++calls;
    }
  }

  /**
   * Returns where a task comes from that this thread is handing over: a call of the task that it
   * runs, else where that one comes from, else a call around it, else a block that is recorded.
   * Null if there is none.
   */
  @Nullable Handover handOver() {
    boolean inTask = depth > running.depth();
    Handover inherited = running.origin();
    if (!inTask && (inherited != null || depth == 0)) {
      Handover origin = inherited == null ? ofBlock() : inherited;
      return origin == null || HandoverLine.isOfNoTask() ? null : origin;
    }
    return depth < serials.length && recorder.recording ? handOver(depth) : null;
  }

  private @Nullable Handover ofBlock() {
    return lender != null && lender.isOfBlock() && lender.sees() ? Handover.OF_BLOCK : null;
  }

  private @Nullable Handover handOver(int level) {
    int traced = level;
    while (traced > 1 && recorder.symbols.callSites().isSite(methods[traced])) {
      traced--; // a call of code that is not traced
    }
    TracedMethod method = recorder.symbols.method(methods[traced]);
    int line = HandoverLine.in(method);
    if (line == HandoverLine.OF_NO_TASK) {
      return null;
    }
    Handover known = latest;
    if (known != null && known.line() == line && known.isBy(this, level, serials[level])) {
      return known;
    }
    Handover made = new Handover(methods[traced], line, this, level, serials[level]);
    note(made);
    latest = made;
    return made;
  }

  /** Tells whether the innermost task is this one: then all is known of it. */
  boolean runs(Object task) {
    return running.task() == task;
  }

  /** A task begins that this thread runs already, in another way. */
  void beginsAgain(Object task) {
    running = new RunningTask(task, null, running.origin(), running.depth(), running);
  }

  /** A task begins. */
  void begins(Object task, @Nullable Object queue, @Nullable Handover origin) {
    if (queue != null) {
      ends(queue, queue); // in case that the end of another one was not seen
    }
    running = new RunningTask(task, queue, origin, depth, running);
    lend();
  }

  private void lend() {
    ThreadLender lends = lender;
    boolean wanted = running.around() != null && running.origin() != null;
    if (lends != null && wanted != lent && (lent || !lends.sees())) {
      lent = wanted;
      lends.lend(wanted);
    }
  }

  /** A task ends; with a queue, the one that came from there. */
  void ends(Object task, @Nullable Object queue) {
    for (RunningTask ended = running; ended.around() != null; ended = ended.around()) {
      if (queue == null ? ended.task() == task : ended.queue() == queue) {
        running = ended.around();
        lend();
        return;
      }
    }
  }

  /** It turns out that this thread was started for tasks of many. */
  void works() {
    if (running.around() == null) {
      running = new RunningTask(null, null, null, 0, null);
    }
  }

  /** The recorder has taken an event of this thread. */
  void taken(int code, long number) {
    if (EventCode.kind(code) != EventCode.CALL) {
      numbered = Math.max(0, numbered - 1);
      return;
    }
    if (numbered == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * numbered);
    }
    numbers[numbered++] = number;
  }

  /** Returns the number of the innermost open call; -1 if there is none. */
  long innermost() {
    return numbered == 0 ? -1 : numbers[numbered - 1];
  }
}
