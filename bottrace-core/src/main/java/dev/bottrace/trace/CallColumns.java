package dev.bottrace.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All calls of a trace, by their numbers in its order, as columns. Who was called in whom follows
 * from where calls begin and end, and is not kept.
 */
final class CallColumns extends CallPass {
  private static final int NOT_ENDED = 0;
  private static final int RETURNED = 1;
  private static final int FIRST_EXCEPTION = 2;

  private final MethodTable methods = new MethodTable();
  private @Nullable TracedThread[] threads = new TracedThread[4];
  private final Map<String, Integer> exceptionCodes = new HashMap<>();
  private final List<String> exceptions = new ArrayList<>();
  private final PackedColumn method = new PackedColumn();
  private final PackedColumn thread = new PackedColumn();
  private final PackedColumn depth = new PackedColumn();
  private final PackedColumn toCaller = new PackedColumn();
  private final PackedColumn begin = new PackedColumn();
  private final PackedColumn length = new PackedColumn();
  private final PackedColumn outcome = new PackedColumn();
  private final Numbers handedOver = new Numbers();
  private final List<TaskOrigin> origins = new ArrayList<>();
  private int[] withOrigin = {};
  private OpenCalls[] open = {};
  private int size;
  private int events;
  private boolean arguments;
  private boolean values;

  /** The calls that have not ended yet in a thread, and at which events they began. */
  private static final class OpenCalls {
    int[] calls = new int[16];
    int[] begins = new int[16];
    int size;

    void push(int call, int event) {
      if (size == calls.length) {
        calls = Arrays.copyOf(calls, 2 * size);
        begins = Arrays.copyOf(begins, 2 * size);
      }
      calls[size] = call;
      begins[size++] = event;
    }
  }

  private CallColumns() {}

  static CallColumns of(TraceRecording recording) {
    CallColumns columns = new CallColumns();
    columns.over(recording);
    columns.pack();
    return columns;
  }

  @Override
  public void call(TracedMethod called, TracedThread in, int level, List<Argument> given) {
    OpenCalls calls = openIn(in);
    int call = size;
    method.set(call, methods.put(called));
    thread.set(call, in.index());
    depth.set(call, calls.size + 1);
    toCaller.set(call, calls.size == 0 ? 0 : call - calls.calls[calls.size - 1]);
    begin.set(call, events);
    arguments |= !given.isEmpty();
    calls.push(call, events);
    size++;
    count();
  }

  @Override
  public void call(
      TracedMethod called, TracedThread in, int level, List<Argument> given, TaskOrigin origin) {
    TaskOrigin last = origins.isEmpty() ? null : origins.get(origins.size() - 1);
    origins.add(origin.equals(last) ? last : origin);
    handedOver.add(size);
    call(called, in, level, given);
  }

  private OpenCalls openIn(TracedThread in) {
    int index = in.index();
    if (index >= open.length) {
      int from = open.length;
      open = Arrays.copyOf(open, Math.max(2 * from, index + 1));
      threads = Arrays.copyOf(threads, open.length);
      for (int i = from; i < open.length; i++) {
        open[i] = new OpenCalls();
      }
    }
    threads[index] = in;
    return open[index];
  }

  private void count() {
    if (events == Integer.MAX_VALUE - 1) {
      throw new IllegalStateException(
          "there are too many events for a call tree: ask with count, called or replay");
    }
    events++;
  }

  @Override
  public void returned(
      TracedMethod left,
      TracedThread in,
      int level,
      @Nullable String thrown,
      @Nullable String value) {
    OpenCalls calls = openIn(in);
    if (calls.size > 0) {
      int call = calls.calls[--calls.size];
      length.set(call, events - calls.begins[calls.size]);
      outcome.set(call, outcomeCode(thrown));
      values |= value != null;
    }
    count();
  }

  private int outcomeCode(@Nullable String thrown) {
    if (thrown == null) {
      return RETURNED;
    }
    if (thrown.equals(ENDED)) {
      return NOT_ENDED;
    }
    Integer known = exceptionCodes.get(thrown);
    if (known != null) {
      return known;
    }
    int code = FIRST_EXCEPTION + exceptions.size();
    exceptions.add(thrown);
    exceptionCodes.put(thrown, code);
    return code;
  }

  private void pack() {
    for (PackedColumn column : columns()) {
      column.finish(size);
    }
    open = new OpenCalls[0];
    exceptionCodes.clear();
    withOrigin = handedOver.toArray();
  }

  private List<PackedColumn> columns() {
    return List.of(method, thread, depth, toCaller, begin, length, outcome);
  }

  /** Returns about how much memory the columns take. */
  long bytes() {
    return columns().stream().mapToLong(PackedColumn::bytes).sum();
  }

  int size() {
    return size;
  }

  /** Tells whether any call has arguments. */
  boolean hasArguments() {
    return arguments;
  }

  /** Tells whether any return has a value. */
  boolean hasValues() {
    return values;
  }

  TracedMethod method(int call) {
    return methods.get(method.get(call));
  }

  TracedThread thread(int call) {
    return Objects.requireNonNull(threads[thread.get(call)]);
  }

  int depth(int call) {
    return depth.get(call);
  }

  /** Returns the caller; -1 if there is none. */
  int caller(int call) {
    int distance = toCaller.get(call);
    return distance == 0 ? -1 : call - distance;
  }

  /** Returns the calls with which tasks begin, in their order. */
  int[] callsWithOrigin() {
    return withOrigin;
  }

  /** Returns where the task comes from with which a call begins; null if there is none. */
  @Nullable TaskOrigin origin(int call) {
    int at = Arrays.binarySearch(withOrigin, call);
    return at < 0 ? null : origins.get(at);
  }

  /** Returns the call that handed over the task; -1 if there is none, or it is not in the trace. */
  int handedOverBy(int call) {
    TaskOrigin origin = origin(call);
    return origin == null || origin.call() >= call ? -1 : (int) origin.call();
  }

  /** Returns the number of the event with which it began. */
  int begin(int call) {
    return begin.get(call);
  }

  /** Returns the number of the event with which it ended; that of no event if it has none. */
  int end(int call) {
    int events = length.get(call);
    return events == 0 ? Integer.MAX_VALUE : begin.get(call) + events;
  }

  boolean ended(int call) {
    return outcome.get(call) != NOT_ENDED;
  }

  /** Returns the name of the exception that it was left with; null if it was not. */
  @Nullable String thrown(int call) {
    int code = outcome.get(call);
    return code < FIRST_EXCEPTION ? null : exceptions.get(code - FIRST_EXCEPTION);
  }

  /** Returns the calls that were made in a call. */
  int[] callees(int caller) {
    Numbers callees = new Numbers();
    int end = after(caller);
    for (int call = caller + 1; call < end; ) {
      if (toCaller.get(call) == call - caller) {
        callees.add(call);
        call = after(call);
      } else {
        call++; // of another thread
      }
    }
    return callees.toArray();
  }

  /** Returns the first call that began after a call had ended. */
  int after(int call) {
    int events = length.get(call);
    if (events <= 1) {
      return events == 0 ? size : call + 1;
    }
    int end = begin.get(call) + events;
    int from = call + 1;
    int to = (int) Math.min((long) call + events, size);
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (begin.get(middle) < end) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** Returns the calls without a caller. */
  int[] roots() {
    Numbers roots = new Numbers();
    for (int call = 0; call < size; call++) {
      if (toCaller.get(call) == 0) {
        roots.add(call);
      }
    }
    return roots.toArray();
  }
}
