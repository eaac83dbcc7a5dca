package dev.bottrace.internal.record;

import dev.bottrace.internal.compact.OpenCall;
import dev.bottrace.trace.Argument;
import dev.bottrace.trace.BreakpointSnapshot;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.ExceptionSnapshot;
import dev.bottrace.trace.TaskOrigin;
import dev.bottrace.trace.TraceEventSink;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shows events from some point on. The calls that are open there are shown first, so that each
 * return has its call, and each call its callers.
 */
final class LateBeginning implements TraceEventSink {
  private final Map<TracedThread, List<OpenCall>> open = new LinkedHashMap<>();

  /** What the calls that are shown first are called here, by their number in the whole trace. */
  private final Map<Long, Long> shownFirst = new HashMap<>();

  private long number;
  private long numberOfFirst;
  private final TraceEventSink sink;
  private long early;
  private boolean begun;

  LateBeginning(
      Map<TracedThread, List<OpenCall>> open, long number, long early, TraceEventSink sink) {
    this.number = number;
    open.forEach((thread, calls) -> this.open.put(thread, new ArrayList<>(calls)));
    this.early = early;
    this.sink = sink;
  }

  private boolean isEarly() throws IOException {
    if (early > 0) {
      early--;
      return true;
    }
    begin();
    return false;
  }

  private void begin() throws IOException {
    if (!begun) {
      begun = true;
      for (Map.Entry<TracedThread, List<OpenCall>> calls : open.entrySet()) {
        int depth = 0;
        for (OpenCall call : calls.getValue()) {
          depth++;
          sink.call(call.method(), calls.getKey(), depth, List.of());
          shownFirst.put(call.number(), (long) shownFirst.size());
        }
      }
      numberOfFirst = number;
      open.clear();
    }
  }

  @Override
  public void call(TracedMethod method, TracedThread thread, int depth, List<Argument> arguments)
      throws IOException {
    if (isEarly()) {
      add(method, thread);
    } else {
      sink.call(method, thread, depth, arguments);
    }
    number++;
  }

  @Override
  public void call(
      TracedMethod method,
      TracedThread thread,
      int depth,
      List<Argument> arguments,
      TaskOrigin origin)
      throws IOException {
    if (isEarly()) {
      add(method, thread);
    } else {
      sink.call(method, thread, depth, arguments, shown(origin));
    }
    number++;
  }

  private void add(TracedMethod method, TracedThread thread) {
    open.computeIfAbsent(thread, key -> new ArrayList<>()).add(new OpenCall(method, number));
  }

  /** Says which of the calls that are shown it was. */
  private TaskOrigin shown(TaskOrigin origin) {
    long call =
        origin.call() >= numberOfFirst
            ? origin.call() - numberOfFirst + shownFirst.size()
            : shownFirst.getOrDefault(origin.call(), -1L);
    return new TaskOrigin(origin.method(), origin.line(), origin.thread(), call);
  }

  @Override
  public void returned(
      TracedMethod method,
      TracedThread thread,
      int depth,
      @Nullable String thrown,
      @Nullable String value)
      throws IOException {
    if (isEarly()) {
      List<OpenCall> calls = open.get(thread);
      if (calls != null && !calls.isEmpty()) {
        calls.remove(calls.size() - 1);
      }
    } else {
      sink.returned(method, thread, depth, thrown, value);
    }
  }

  @Override
  public void snapshot(BreakpointSnapshot snapshot) throws IOException {
    if (early == 0) {
      begin();
      sink.snapshot(snapshot);
    }
  }

  @Override
  public void exception(ExceptionSnapshot exception) throws IOException {
    if (early == 0) {
      begin();
      sink.exception(exception);
    }
  }

  @Override
  public void counts(Iterable<CallCount> counts) throws IOException {
    sink.counts(counts);
  }

  @Override
  public void flush() throws IOException {
    sink.flush();
  }
}
