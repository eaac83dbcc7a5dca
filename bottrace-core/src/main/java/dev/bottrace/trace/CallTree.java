package dev.bottrace.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * Who called whom: all calls of a trace, each with its caller and its callees. Takes about 20 bytes
 * a call; {@link Call}s are made when they are asked for. Immutable.
 */
public final class CallTree {
  private final CallTreeBuilder data;

  private CallTree(CallTreeBuilder data) {
    this.data = data;
  }

  /**
   * Builds the tree of a recording.
   *
   * @param recording its events
   * @return the tree
   */
  public static CallTree of(TraceRecording recording) {
    CallTreeBuilder builder = new CallTreeBuilder();
    try {
      recording.replay(builder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new CallTree(builder);
  }

  /**
   * Returns how many calls there are.
   *
   * @return their number
   */
  public int size() {
    return data.size;
  }

  /**
   * Returns all calls.
   *
   * @return in the order of the trace
   */
  public List<Call> calls() {
    return new AbstractList<>() {
      @Override
      public Call get(int index) {
        return new Call(CallTree.this, java.util.Objects.checkIndex(index, data.size));
      }

      @Override
      public int size() {
        return data.size;
      }
    };
  }

  /**
   * Returns the calls of one method, or of several by one name.
   *
   * @param method class and method, as in {@code Orders.place} or {@code com.acme.Orders.place};
   *     overloads count together
   * @return in the order of the trace
   */
  public List<Call> calls(String method) {
    boolean[] wanted = new boolean[data.methods.length];
    for (int id = 0; id < wanted.length; id++) {
      TracedMethod candidate = data.methods[id];
      wanted[id] = candidate != null && isNamed(candidate, method);
    }
    return where(index -> wanted[data.method[index]]);
  }

  private static boolean isNamed(TracedMethod candidate, String name) {
    return candidate.displayName().equals(name)
        || (candidate.className() + '.' + candidate.name()).equals(name);
  }

  /**
   * Returns the calls that no traced call made: the outermost ones of each thread.
   *
   * @return in the order of the trace
   */
  public List<Call> roots() {
    return where(index -> data.parent[index] < 0);
  }

  private List<Call> where(IntPredicate wanted) {
    List<Call> calls = new ArrayList<>();
    for (int index = 0; index < data.size; index++) {
      if (wanted.test(index)) {
        calls.add(new Call(this, index));
      }
    }
    return calls;
  }

  TracedMethod method(int index) {
    return java.util.Objects.requireNonNull(data.methods[data.method[index]]);
  }

  TracedThread thread(int index) {
    return data.threads.get(data.thread[index]);
  }

  Optional<Call> parent(int index) {
    int parent = data.parent[index];
    return parent < 0 ? Optional.empty() : Optional.of(new Call(this, parent));
  }

  List<Call> children(int index) {
    List<Call> children = new ArrayList<>();
    for (int child = data.firstChild[index]; child >= 0; child = data.nextSibling[child]) {
      children.add(new Call(this, child));
    }
    return children;
  }

  Optional<String> thrown(int index) {
    return Optional.ofNullable(data.thrown.get(index));
  }

  boolean ended(int index) {
    return data.ended.get(index) && !TraceEventSink.ENDED.equals(data.thrown.get(index));
  }

  /** Returns a line for each call, indented by its depth. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Call call : calls()) {
      char[] indent = new char[2 * (call.depth() - 1)];
      Arrays.fill(indent, ' ');
      text.append(indent).append(call).append('\n');
    }
    return text.toString();
  }

  /**
   * Returns how often each method was called.
   *
   * @return most called first, ties in the order of name and line
   */
  public List<CallCount> callCounts() {
    Map<TracedMethod, Long> byMethod = new TreeMap<>();
    for (int index = 0; index < data.size; index++) {
      byMethod.merge(method(index), 1L, Long::sum);
    }
    List<CallCount> counts = new ArrayList<>();
    byMethod.forEach((method, count) -> counts.add(new CallCount(method, count)));
    counts.sort(null);
    return counts;
  }
}
