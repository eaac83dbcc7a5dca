package dev.bottrace.internal.record;

import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.trace.TraceEventSink;
import dev.bottrace.trace.TraceRecording;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

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
  public void accept(ThreadRecord from, int code) {
    TracedThread identity = from.identity;
    if (identity == null) {
      identity = names.identity(from, threads.size());
      threads.add(identity);
      from.identity = identity;
    }
    reserve();
    int index = identity.index();
    if (index != thread) {
      append(EventCode.of(EventCode.MARK, index));
      thread = index;
    }
    append(code);
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

    Player(TraceEventSink sink) {
      this.sink = sink;
      java.util.Arrays.setAll(open, i -> new OpenCalls());
    }

    void play() throws IOException {
      for (int[] chunk : chunks) {
        int size = chunk == last ? used : chunk.length;
        for (int i = 0; i < size; i++) {
          show(chunk[i]);
        }
      }
      for (current = 0; complete && current < open.length; current++) {
        while (open[current].size > 0) {
          returned(TraceEventSink.ENDED);
        }
      }
    }

    private void show(int code) throws IOException {
      switch (EventCode.kind(code)) {
        case EventCode.MARK -> current = EventCode.payload(code);
        case EventCode.CALL -> call(symbols.method(EventCode.payload(code)));
        case EventCode.RETURN -> returned(null);
        default -> returned(symbols.exceptionName(EventCode.payload(code)));
      }
    }

    private void call(TracedMethod method) throws IOException {
      OpenCalls calls = open[current];
      calls.reserve();
      sink.call(method, threads.get(current), calls.size + 1, List.of());
      calls.methods[calls.size++] = method.id();
    }

    private void returned(@org.jspecify.annotations.Nullable String thrown) throws IOException {
      OpenCalls calls = open[current];
      sink.returned(
          symbols.method(calls.innermost()), threads.get(current), calls.size, thrown, null);
      calls.size--;
    }
  }
}
