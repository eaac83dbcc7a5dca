package dev.bottrace.internal.record;

import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.trace.CallCount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** How often each method was called, by one thread or by several. */
abstract sealed class CallCounter {
  abstract void count(int method);

  /** Returns the counts so far by id, as long as it takes. */
  abstract long[] counts();

  /** For the calls of one thread: no lock, no atomic operation. */
  static final class OfOneThread extends CallCounter {
    private long[] counts = new long[256];

    @Override
    void count(int method) {
      reserve(method)[method]++;
    }

    /** Returns the counts by id, with room for a method. */
    long[] reserve(int method) {
      if (method >= counts.length) {
        grow(method + 1);
      }
      return counts;
    }

    private void grow(int size) {
      counts = Arrays.copyOf(counts, Math.max(2 * counts.length, size));
    }

    /** Counts what another counter has counted. */
    void add(long[] other) {
      reserve(other.length - 1);
      for (int i = 0; i < other.length; i++) {
        counts[i] += other[i];
      }
    }

    /** Names the methods, most called first. */
    List<CallCount> named(SymbolTable symbols) {
      List<CallCount> named = new ArrayList<>();
      for (int id = 0; id < counts.length; id++) {
        if (counts[id] > 0) {
          named.add(new CallCount(symbols.method(id), counts[id]));
        }
      }
      named.sort(null);
      return named;
    }

    @Override
    long[] counts() {
      return counts;
    }
  }

  /** For the calls of all virtual threads: a hundred thousand of them can't have a table each. */
  static final class OfManyThreads extends CallCounter {
    private static final int PAGE = 1 << 10;
    private volatile AtomicLongArray[] pages = {};

    @Override
    void count(int method) {
      int page = method / PAGE;
      AtomicLongArray[] all = pages;
      if (page >= all.length) {
        all = grow(page + 1);
      }
      all[page].getAndIncrement(method % PAGE);
    }

    private synchronized AtomicLongArray[] grow(int size) {
      AtomicLongArray[] all = pages;
      int known = all.length;
      if (size > known) {
        all = Arrays.copyOf(all, size);
        Arrays.setAll(all, i -> i < known ? pages[i] : new AtomicLongArray(PAGE));
        pages = all;
      }
      return all;
    }

    @Override
    long[] counts() {
      AtomicLongArray[] all = pages;
      long[] counts = new long[all.length * PAGE];
      Arrays.setAll(counts, i -> all[i / PAGE].get(i % PAGE));
      return counts;
    }
  }

  /** Counts the first calls of all threads, and stops at exactly the bound. */
  static final class Bounded extends CallCounter {
    private final CallCounter counter;
    private final AtomicLong remaining;
    private final Runnable reached;

    Bounded(CallCounter counter, AtomicLong remaining, Runnable reached) {
      this.counter = counter;
      this.remaining = remaining;
      this.reached = reached;
    }

    @Override
    void count(int method) {
      if (remaining.get() <= 0) {
        return;
      }
      long left = remaining.getAndDecrement();
      if (left > 0) {
        counter.count(method);
      }
      if (left == 1) {
        reached.run();
      }
    }

    @Override
    long[] counts() {
      return new long[0];
    }
  }
}
