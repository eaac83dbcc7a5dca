package dev.bottrace.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes an object of each event. Those without values that are equal, as in a loop, are mostly one
 * object: it is looked for in one place of a small table, and made anew if another one is there.
 */
final class EventList extends CallPass {
  private static final int KEPT = 1 << 12;

  private final ArrayList<TraceEvent> events = new ArrayList<>();
  private final TraceEvent.@Nullable Call[] calls = new TraceEvent.Call[KEPT];
  private final TraceEvent.@Nullable Return[] returns = new TraceEvent.Return[KEPT];

  private EventList() {}

  static List<TraceEvent> of(TraceRecording recording) {
    EventList pass = new EventList();
    pass.over(recording);
    pass.events.trimToSize();
    return Collections.unmodifiableList(pass.events);
  }

  @Override
  public void call(TracedMethod method, TracedThread thread, int depth, List<Argument> arguments) {
    if (!arguments.isEmpty()) {
      events.add(new TraceEvent.Call(method, thread, depth, List.copyOf(arguments)));
      return;
    }
    int place = place(method, thread, depth);
    TraceEvent.Call call = calls[place];
    if (call == null
        || !call.method().equals(method)
        || !call.thread().equals(thread)
        || call.depth() != depth) {
      call = new TraceEvent.Call(method, thread, depth, List.of());
      calls[place] = call;
    }
    events.add(call);
  }

  @Override
  public void returned(
      TracedMethod method,
      TracedThread thread,
      int depth,
      @Nullable String thrown,
      @Nullable String value) {
    if (thrown != null || value != null) {
      events.add(new TraceEvent.Return(method, thread, depth, thrown, value));
      return;
    }
    int place = place(method, thread, depth);
    TraceEvent.Return left = returns[place];
    if (left == null
        || !left.method().equals(method)
        || !left.thread().equals(thread)
        || left.depth() != depth) {
      left = new TraceEvent.Return(method, thread, depth, null, null);
      returns[place] = left;
    }
    events.add(left);
  }

  @Override
  public void call(
      TracedMethod method,
      TracedThread thread,
      int depth,
      List<Argument> arguments,
      TaskOrigin origin) {
    events.add(new TraceEvent.Call(method, thread, depth, List.copyOf(arguments), origin));
  }

  private static int place(TracedMethod method, TracedThread thread, int depth) {
    return (31 * (31 * method.id() + depth) + thread.index()) & (KEPT - 1);
  }
}
