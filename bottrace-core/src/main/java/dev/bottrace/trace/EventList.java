package dev.bottrace.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes an object of each event. */
final class EventList extends CallPass {
  private final List<TraceEvent> events = new ArrayList<>();

  private EventList() {}

  static List<TraceEvent> of(TraceRecording recording) {
    EventList pass = new EventList();
    pass.over(recording);
    return Collections.unmodifiableList(pass.events);
  }

  @Override
  public void call(TracedMethod method, TracedThread thread, int depth, List<Argument> arguments) {
    events.add(new TraceEvent.Call(method, thread, depth, arguments));
  }

  @Override
  public void returned(
      TracedMethod method,
      TracedThread thread,
      int depth,
      @Nullable String thrown,
      @Nullable String value) {
    events.add(new TraceEvent.Return(method, thread, depth, thrown, value));
  }
}
