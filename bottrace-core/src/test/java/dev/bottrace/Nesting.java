package dev.bottrace;

import dev.bottrace.trace.Argument;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.TraceEventSink;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks that the calls of each thread nest. */
final class Nesting implements TraceEventSink {
  final Map<TracedThread, Deque<TracedMethod>> open = new HashMap<>();
  long returns;

  @Override
  public void call(TracedMethod method, TracedThread thread, int depth, List<Argument> arguments) {
    Deque<TracedMethod> calls = open.computeIfAbsent(thread, t -> new ArrayDeque<>());
    calls.push(method);
    check(calls.size() == depth, "depth of " + method);
  }

  @Override
  public void returned(
      TracedMethod method, TracedThread thread, int depth, String thrown, String value) {
    Deque<TracedMethod> calls = open.get(thread);
    check(calls.size() == depth, "depth of the return of " + method);
    check(calls.pop().equals(method), "return of " + method);
    check(!ENDED.equals(thrown), "a call that did not return: " + method);
    returns++;
  }

  private static void check(boolean right, String what) {
    if (!right) {
      throw new AssertionError("wrong: " + what);
    }
  }

  @Override
  public void counts(Iterable<CallCount> counts) {}

  @Override
  public void flush() {}
}
