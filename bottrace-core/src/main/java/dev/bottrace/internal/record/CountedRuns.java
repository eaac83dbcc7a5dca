package dev.bottrace.internal.record;

import dev.bottrace.internal.compact.EventCode;
import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.option.TraceOptions;
import dev.bottrace.trace.CallCount;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Hands on the events of one run after another, up to the bound, and counts them: all, the calls of
 * each method, and the calls by which others are linked to them. For use with the drain's lock.
 */
final class CountedRuns implements RunMerger.RunTaker {
  private static final long[] NO_COUNTS = {};

  /** How many events are wanted in all. */
  final long most;

  /** How many are still wanted. */
  long remaining;

  private final SymbolTable symbols;
  private final EventConsumer consumer;
  private final boolean emitsCalls;
  private final boolean hasLinks;
  private final CallCounter.@Nullable OfOneThread counter;

  /** How many calls were taken, where they are numbered. */
  private long calls;

  /**
   * Makes a taker.
   *
   * @param symbols the methods
   * @param options what is wanted
   * @param hasLinks whether calls are numbered, so that others can name them
   * @param consumer takes the events
   */
  CountedRuns(SymbolTable symbols, TraceOptions options, boolean hasLinks, EventConsumer consumer) {
    this.symbols = symbols;
    this.consumer = consumer;
    this.emitsCalls = options.calls();
    this.hasLinks = hasLinks;
    this.counter = options.callCounts() ? new CallCounter.OfOneThread() : null;
    this.most = options.bounds().maxEvents();
    this.remaining = most;
  }

  @Override
  public void take(ThreadRecord thread) throws IOException {
    EventRing ring = thread.ring;
    if (hasLinks) {
      resolve(thread);
    }
    if (remaining > 0) {
      if (emitsCalls) {
        handOn(thread, ring);
      } else {
        count(ring);
      }
    }
    ring.skipRun(); // what no more is wanted of
  }

  /** Says of what was handed over before this run which call did that. */
  private void resolve(ThreadRecord thread) throws IOException {
    for (Handover next = thread.ring.nextNote(); next != null; next = thread.ring.nextNote()) {
      long call = thread instanceof LinkedThread linked ? linked.innermost() : -1;
      next.resolve(symbols, consumer.identity(thread), call);
    }
  }

  /** What was taken is counted without a call, which could run out of stack. */
  private void handOn(ThreadRecord thread, EventRing ring) throws IOException {
    long[] counts = counter == null ? NO_COUNTS : counter.reserve(symbols.capacity());
    long from = ring.tail;
    try {
      consumer.take(thread, remaining);
    } finally {
      remaining -= ring.tail - from;
      if (hasLinks) {
        number(thread, from);
      }
      if (counts.length > 0) {
        int[] codes = ring.codes;
        for (long at = from; at < ring.tail; at++) {
          int code = codes[(int) at & (codes.length - 1)];
          if ((code & EventCode.KINDS) == EventCode.CALL) {
            counts[code >>> EventCode.KIND_BITS]++;
          }
        }
      }
    }
  }

  private void number(ThreadRecord thread, long from) {
    EventRing ring = thread.ring;
    if (thread instanceof LinkedThread linked) {
      for (long at = from; at < ring.tail; at++) {
        int code = ring.codes[(int) at & (ring.codes.length - 1)];
        linked.taken(code, calls);
        calls += EventCode.kind(code) == EventCode.CALL ? 1 : 0;
      }
    }
  }

  /** Takes a run of which nothing but its calls is of interest. */
  private void count(EventRing ring) {
    long[] counts = Objects.requireNonNull(counter).reserve(symbols.capacity());
    int[] codes = ring.codes;
    while (remaining > 0 && ring.hasNextInRun()) {
      int code = codes[(int) ring.tail & (codes.length - 1)];
      ring.tail++;
      if ((code & EventCode.KINDS) == EventCode.CALL) {
        counts[code >>> EventCode.KIND_BITS]++;
        remaining--;
      }
    }
  }

  /** Tells how often each method was called; nothing if that is not wanted. */
  List<CallCount> callCounts() {
    return counter == null ? List.of() : counter.named(symbols);
  }
}
