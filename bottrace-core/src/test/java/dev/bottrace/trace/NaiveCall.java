package dev.bottrace.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call as an object with all that there is to know of it: what a tree of few calls may be. */
final class NaiveCall {
  final TraceEvent.Call begin;
  final int beginsAt;
  final @Nullable NaiveCall caller;
  final List<NaiveCall> callees = new ArrayList<>();
  int endsAt = Integer.MAX_VALUE;
  TraceEvent.@Nullable Return end;

  NaiveCall(TraceEvent.Call begin, int beginsAt, @Nullable NaiveCall caller) {
    this.begin = begin;
    this.beginsAt = beginsAt;
    this.caller = caller;
  }

  /** Makes the calls of events, in their order. */
  static List<NaiveCall> of(List<TraceEvent> events) {
    List<NaiveCall> calls = new ArrayList<>();
    Map<TracedThread, NaiveCall> innermost = new HashMap<>();
    for (int at = 0; at < events.size(); at++) {
      NaiveCall around = innermost.get(events.get(at).thread());
      if (events.get(at) instanceof TraceEvent.Call begin) {
        NaiveCall call = new NaiveCall(begin, at, around);
        if (around != null) {
          around.callees.add(call);
        }
        calls.add(call);
        innermost.put(begin.thread(), call);
      } else {
        around.end = (TraceEvent.Return) events.get(at);
        around.endsAt = at;
        innermost.put(around.begin.thread(), around.caller);
      }
    }
    return calls;
  }

  TracedMethod method() {
    return begin.method();
  }

  boolean isAround(NaiveCall other) {
    for (NaiveCall call = other.caller; call != null; call = call.caller) {
      if (call == this) {
        return true;
      }
    }
    return false;
  }

  Outcome outcome() {
    if (end == null || TraceEventSink.ENDED.equals(end.thrown())) {
      return new Outcome.NotEnded();
    }
    return end.thrown() != null
        ? new Outcome.Threw(end.thrown())
        : new Outcome.Returned(end.value(), true);
  }

  /** Finds a way by trying all of them, the nearest call first. */
  Optional<List<NaiveCall>> way(CallPath path, int step) {
    if (!path.steps().get(step).matches(method())) {
      return Optional.empty();
    }
    if (step == 0) {
      return Optional.of(List.of(this));
    }
    for (NaiveCall call = caller; call != null; call = call.caller) {
      Optional<List<NaiveCall>> before = call.way(path, step - 1);
      if (before.isPresent()) {
        List<NaiveCall> way = new ArrayList<>(before.get());
        way.add(this);
        return Optional.of(way);
      }
      if (path.isDirect(step)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
