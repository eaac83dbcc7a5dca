package dev.bottrace.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * All calls of a trace as one tree: a call with which a task begins is made by the call that handed
 * it over, if that is in the trace, and all others by the call around them in their thread. Callers
 * have smaller numbers than callees here too, since a task is handed over before it runs.
 */
final class JoinedCalls {
  private final CallColumns columns;

  /** Pairs of both numbers, caller first, in ascending order. */
  private final long[] handedOver;

  JoinedCalls(CallColumns columns) {
    this.columns = columns;
    this.handedOver =
        Arrays.stream(columns.callsWithOrigin())
            .filter(call -> columns.handedOverBy(call) >= 0)
            .mapToLong(call -> (long) columns.handedOverBy(call) << 32 | call)
            .sorted()
            .toArray();
  }

  /** Returns the caller; -1 if there is none. */
  int caller(int call) {
    int by = columns.handedOverBy(call);
    return by >= 0 ? by : columns.caller(call);
  }

  /** Returns the calls that were made or handed over in a call. */
  int[] callees(int caller) {
    Numbers callees = new Numbers();
    for (int call : columns.callees(caller)) {
      if (columns.handedOverBy(call) < 0) {
        callees.add(call);
      }
    }
    int from = Arrays.binarySearch(handedOver, (long) caller << 32);
    for (int i = from < 0 ? -from - 1 : from;
        i < handedOver.length && (int) (handedOver[i] >>> 32) == caller;
        i++) {
      callees.add((int) handedOver[i]);
    }
    int[] all = callees.toArray();
    Arrays.sort(all);
    return all;
  }

  int depth(int call) {
    int depth = 1;
    for (int around = caller(call); around >= 0; around = caller(around)) {
      depth++;
    }
    return depth;
  }

  /** Tells whether a call is around another one. */
  boolean encloses(int call, int other) {
    int around = caller(other);
    while (around > call) {
      around = caller(around);
    }
    return around == call;
  }

  /** Returns the calls without a caller. */
  int[] roots() {
    return numbers(call -> caller(call) < 0);
  }

  private int[] numbers(IntPredicate wanted) {
    Numbers numbers = new Numbers();
    for (int call = 0; call < columns.size(); call++) {
      if (wanted.test(call)) {
        numbers.add(call);
      }
    }
    return numbers.toArray();
  }

  /** Returns the calls that a path leads to. */
  int[] calls(CallPath path) {
    PathMatcher matcher = new PathMatcher(path);
    long[] here = new long[columns.size()];
    long[] around = new long[columns.size()];
    return numbers(
        call -> {
          int caller = caller(call);
          long callerAround = caller < 0 ? 0 : around[caller];
          here[call] =
              matcher.here(columns.method(call), caller < 0 ? 0 : here[caller], callerAround);
          around[call] = here[call] | callerAround;
          return matcher.isWhole(here[call]);
        });
  }

  Set<TracedMethod> callers(MethodPattern pattern) {
    return related(pattern, true);
  }

  Set<TracedMethod> callees(MethodPattern pattern) {
    return related(pattern, false);
  }

  private Set<TracedMethod> related(MethodPattern pattern, boolean callers) {
    StepTable wanted = new StepTable(List.of(pattern));
    Set<TracedMethod> related = new LinkedHashSet<>();
    for (int call = 0; call < columns.size(); call++) {
      int caller = caller(call);
      if (caller >= 0) {
        TracedMethod callee = columns.method(call);
        TracedMethod calling = columns.method(caller);
        if (wanted.of(callers ? callee : calling) != 0) {
          related.add(callers ? calling : callee);
        }
      }
    }
    return related;
  }

  List<PackageEdge> packageEdges(CallTree tree) {
    Map<List<String>, PackageEdge> edges = new TreeMap<>(JoinedCalls::compare);
    for (int call = 0; call < columns.size(); call++) {
      int caller = caller(call);
      String from = caller < 0 ? "" : columns.method(caller).packageName();
      String to = columns.method(call).packageName();
      if (caller >= 0 && !from.equals(to)) {
        PackageEdge first = new PackageEdge(from, to, 0, tree.call(call));
        PackageEdge known = edges.getOrDefault(List.of(from, to), first);
        edges.put(List.of(from, to), new PackageEdge(from, to, known.count() + 1, known.example()));
      }
    }
    return new ArrayList<>(edges.values());
  }

  private static int compare(List<String> one, List<String> other) {
    int order = one.get(0).compareTo(other.get(0));
    return order != 0 ? order : one.get(1).compareTo(other.get(1));
  }
}
