package dev.bottrace.internal.record;

import dev.bottrace.trace.Argument;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.TraceEventSink;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Keeps events as short lines: {@code +m1}, {@code -m1}, {@code -m1!java.io.IOException}. */
class Lines implements TraceEventSink {
  final List<String> list = new ArrayList<>();

  @Override
  public void call(TracedMethod method, TracedThread thread, int depth, List<Argument> arguments)
      throws IOException {
    list.add("+" + method.name());
  }

  @Override
  public void returned(
      TracedMethod method, TracedThread thread, int depth, String thrown, String value)
      throws IOException {
    list.add("-" + method.name() + (thrown == null ? "" : "!" + thrown));
  }

  @Override
  public void counts(Iterable<CallCount> counts) {}

  @Override
  public void flush() throws IOException {}
}
