package dev.bottrace.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of a call tree, filled from events. */
final class CallTreeBuilder implements TraceEventSink {
  private static final int NONE = -1;

  int size;
  @Nullable TracedMethod[] methods = new TracedMethod[64];
  final List<TracedThread> threads = new ArrayList<>();
  int[] method = new int[64];
  int[] thread = new int[64];
  int[] parent = new int[64];
  int[] firstChild = new int[64];
  int[] nextSibling = new int[64];
  final BitSet ended = new BitSet();
  final Map<Integer, String> thrown = new HashMap<>();

  private int[] lastChild = new int[64];
  private final List<Integer> open = new ArrayList<>();

  @Override
  public void call(TracedMethod called, TracedThread in, int depth, List<Argument> arguments) {
    reserve(called);
    while (threads.size() <= in.index()) {
      threads.add(in);
      open.add(NONE);
    }
    threads.set(in.index(), in);
    int index = size;
    method[index] = called.id();
    thread[index] = in.index();
    parent[index] = open.get(in.index());
    firstChild[index] = NONE;
    lastChild[index] = NONE;
    nextSibling[index] = NONE;
    link(index);
    open.set(in.index(), index);
    size++;
  }

  private void link(int index) {
    int caller = parent[index];
    if (caller == NONE) {
      return;
    }
    if (lastChild[caller] == NONE) {
      firstChild[caller] = index;
    } else {
      nextSibling[lastChild[caller]] = index;
    }
    lastChild[caller] = index;
  }

  private void reserve(TracedMethod called) {
    if (called.id() >= methods.length) {
      methods = Arrays.copyOf(methods, Math.max(2 * methods.length, called.id() + 1));
    }
    methods[called.id()] = called;
    if (size == method.length) {
      int larger = 2 * size;
      method = Arrays.copyOf(method, larger);
      thread = Arrays.copyOf(thread, larger);
      parent = Arrays.copyOf(parent, larger);
      firstChild = Arrays.copyOf(firstChild, larger);
      nextSibling = Arrays.copyOf(nextSibling, larger);
      lastChild = Arrays.copyOf(lastChild, larger);
    }
  }

  @Override
  public void returned(
      TracedMethod left,
      TracedThread in,
      int depth,
      @Nullable String exception,
      @Nullable String value) {
    int index = open.get(in.index());
    ended.set(index);
    if (exception != null) {
      thrown.put(index, exception);
    }
    open.set(in.index(), parent[index]);
  }

  @Override
  public void counts(Iterable<CallCount> counts) {}

  @Override
  public void flush() {}
}
