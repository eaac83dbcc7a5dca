package dev.bottrace.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes an object of each event. */
final class EventList implements TraceEventSink {
  final List<TraceEvent> list = new ArrayList<>();
  final List<BreakpointSnapshot> snapshots = new ArrayList<>();
  final List<ExceptionSnapshot> exceptions = new ArrayList<>();

  static EventList of(TraceRecording recording) {
    EventList events = new EventList();
    try {
      recording.replay(events);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return events;
  }

  @Override
  public void call(TracedMethod method, TracedThread thread, int depth, List<Argument> arguments) {
    list.add(new TraceEvent.Call(method, thread, depth, arguments));
  }

  @Override
  public void returned(
      TracedMethod method,
      TracedThread thread,
      int depth,
      @Nullable String thrown,
      @Nullable String value) {
    list.add(new TraceEvent.Return(method, thread, depth, thrown, value));
  }

  @Override
  public void snapshot(BreakpointSnapshot snapshot) {
    snapshots.add(snapshot);
  }

  @Override
  public void exception(ExceptionSnapshot exception) {
    exceptions.add(exception);
  }

  @Override
  public void counts(Iterable<CallCount> counts) {}

  @Override
  public void flush() {}
}
