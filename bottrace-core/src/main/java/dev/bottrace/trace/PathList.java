package dev.bottrace.trace;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** The ways on which a path leads to calls, found as they are asked for. */
final class PathList extends AbstractList<List<Call>> implements RandomAccess {
  private final CallTree tree;
  private final CallPath path;
  private final int[] ends;

  PathList(CallTree tree, CallPath path, int[] ends) {
    this.tree = tree;
    this.path = path;
    this.ends = ends;
  }

  @Override
  public List<Call> get(int index) {
    return new CallList(tree, way(ends[index]));
  }

  @Override
  public int size() {
    return ends.length;
  }

  /**
   * Goes back from the end; each step is the nearest one with which the path can have come there.
   */
  private int[] way(int end) {
    CallColumns columns = tree.columns();
    int[] calls = callsAround(end);
    long[] here = steps(columns, calls);
    int[] way = new int[path.steps().size()];
    int at = calls.length - 1;
    way[way.length - 1] = end;
    for (int step = way.length - 1; step > 0; step--) {
      at--;
      while ((here[at] & 1L << (step - 1)) == 0) {
        at--;
      }
      way[step - 1] = calls[at];
    }
    return way;
  }

  /** Returns a call with those around it, outermost first. */
  private int[] callsAround(int end) {
    int[] calls = new int[tree.depthOf(end)];
    int call = end;
    for (int at = calls.length - 1; at >= 0; at--) {
      calls[at] = call;
      call = tree.callerOf(call);
    }
    return calls;
  }

  private long[] steps(CallColumns columns, int[] calls) {
    PathMatcher matcher = new PathMatcher(path);
    long[] here = new long[calls.length];
    long around = 0;
    for (int at = 0; at < calls.length; at++) {
      here[at] = matcher.here(columns.method(calls[at]), at == 0 ? 0 : here[at - 1], around);
      around |= here[at];
    }
    return here;
  }
}
