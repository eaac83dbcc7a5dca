package dev.bottrace.internal.record;

import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.trace.BreakpointSnapshot;
import dev.bottrace.trace.ExceptionSnapshot;
import dev.bottrace.trace.TraceEventSink;
import dev.bottrace.trace.TraceRecording;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Events in memory, in the order of the trace, four bytes each. Not to be read before its recorder
 * has finished.
 */
public final class EventLog implements EventConsumer, TraceRecording {
  private static final int CHUNK = 1 << 14;

  private final SymbolTable symbols;
  private final ThreadNames names = new ThreadNames();
  private final List<TracedThread> threads = new ArrayList<>();
  private final List<int[]> chunks = new ArrayList<>();
  private final Map<Long, Object> values = new HashMap<>();

  /** Snapshots, by the position of the code that comes after them. */
  private final SortedMap<Long, List<Object>> asides = new TreeMap<>();

  private int[] last = {};
  private int used;
  private int thread = -1;
  private boolean complete;

  /**
   * Makes an empty log.
   *
   * @param symbols names methods and exceptions
   */
  public EventLog(SymbolTable symbols) {
    this.symbols = symbols;
  }

  @Override
  public TracedThread identity(ThreadRecord from) {
    TracedThread identity = from.identity;
    if (identity == null) {
      identity = names.identity(from, threads.size());
      threads.add(identity);
      from.identity = identity;
    }
    return identity;
  }

  @Override
  public void take(ThreadRecord from, long most) {
    TracedThread identity = from.identity == null ? identity(from) : from.identity;
    EventRing ring = from.ring;
    long last = ring.tail + Math.min(most, EventRing.LAST_CAPACITY);
    while (ring.hasNextInRun() && ring.tail < last) {
      accept(identity.index(), ring.next(), ring.nextValue());
      @Nullable Object[] values = ring.values;
      if (values != null) {
        values[(int) ring.tail & (values.length - 1)] = null;
      }
      ring.tail++;
    }
  }

  private void accept(int index, int code, @Nullable Object value) {
    reserve();
    if (index != thread) {
      append(EventCode.of(EventCode.MARK, index));
      thread = index;
    }
    if (value != null) {
      values.put(position(), value);
    }
    append(code);
  }

  /** Returns where the next code goes. */
  private long position() {
    return positionOf(chunks.size() - 1, used);
  }

  private static long positionOf(int chunk, int index) {
    return (long) chunk * CHUNK + index;
  }

  @Override
  public void snapshot(BreakpointSnapshot snapshot) {
    reserve();
    asides.computeIfAbsent(position(), p -> new ArrayList<>()).add(snapshot);
  }

  @Override
  public void exception(ExceptionSnapshot exception) {
    reserve();
    asides.computeIfAbsent(position(), p -> new ArrayList<>()).add(exception);
  }

  /** Makes sure that a mark and an event need no memory. */
  private void reserve() {
    if (used + 2 > last.length) {
      if (used < last.length) {
        last[used++] = EventCode.of(EventCode.MARK, Math.max(thread, 0));
      }
      int[] next = new int[chunks.isEmpty() ? 256 : CHUNK];
      chunks.add(next);
      last = next;
      used = 0;
    }
  }

  private void append(int code) {
    last[used++] = code;
  }

  @Override
  public void finish(boolean allTaken) {
    complete = allTaken;
  }

  @Override
  public void flush() {}

  /**
   * Returns the threads that have events.
   *
   * @return in the order of their first ones
   */
  public List<TracedThread> threads() {
    return threads;
  }

  @Override
  public void replay(TraceEventSink sink) throws IOException {
    new Player(sink).play();
  }

  /** Shows the events once. */
  private final class Player {
    private final TraceEventSink sink;
    private final OpenCalls[] open = new OpenCalls[threads.size()];
    private int current;
    private final Iterator<Map.Entry<Long, List<Object>>> rest = asides.entrySet().iterator();
    private Map.@Nullable Entry<Long, List<Object>> nextAside = rest.hasNext() ? rest.next() : null;

    Player(TraceEventSink sink) {
      this.sink = sink;
      java.util.Arrays.setAll(open, i -> new OpenCalls());
    }

    void play() throws IOException {
      for (int number = 0; number < chunks.size(); number++) {
        int[] chunk = chunks.get(number);
        int size = chunk == last ? used : chunk.length;
        for (int i = 0; i < size; i++) {
          long position = positionOf(number, i);
          showAsides(position);
          show(chunk[i], values.isEmpty() ? null : values.get(position));
        }
      }
      showAsides(Long.MAX_VALUE);
      for (current = 0; complete && current < open.length; current++) {
        while (open[current].size > 0) {
          returned(TraceEventSink.ENDED, null);
        }
      }
    }

    private void showAsides(long upTo) throws IOException {
      while (nextAside != null && nextAside.getKey() <= upTo) {
        for (Object aside : nextAside.getValue()) {
          if (aside instanceof BreakpointSnapshot snapshot) {
            sink.snapshot(snapshot);
          } else if (aside instanceof ExceptionSnapshot exception) {
            sink.exception(exception);
          }
        }
        nextAside = rest.hasNext() ? rest.next() : null;
      }
    }

    private void show(int code, @Nullable Object value) throws IOException {
      switch (EventCode.kind(code)) {
        case EventCode.MARK -> current = EventCode.payload(code);
        case EventCode.CALL -> call(symbols.method(EventCode.payload(code)), value);
        case EventCode.RETURN -> returned(null, value);
        default -> returned(symbols.exceptionName(EventCode.payload(code)), null);
      }
    }

    private void call(TracedMethod method, @Nullable Object value) throws IOException {
      OpenCalls calls = open[current];
      calls.reserve();
      sink.call(method, threads.get(current), calls.size + 1, CallValues.arguments(value));
      calls.methods[calls.size++] = method.id();
    }

    private void returned(@Nullable String thrown, @Nullable Object value) throws IOException {
      OpenCalls calls = open[current];
      sink.returned(
          symbols.method(calls.innermost()),
          threads.get(current),
          calls.size,
          thrown,
          CallValues.returned(value));
      calls.size--;
    }
  }
}
