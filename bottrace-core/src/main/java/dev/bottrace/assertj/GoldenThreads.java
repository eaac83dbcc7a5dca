package dev.bottrace.assertj;

import dev.bottrace.assertj.GoldenNode.Repeat;
import dev.bottrace.trace.Argument;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.TraceEventSink;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Takes the events of a run, and folds the calls of each thread into nodes. */
final class GoldenThreads implements TraceEventSink {
  /** A call that has not ended yet. */
  private record Open(TracedMethod method, List<Argument> arguments, List<Repeat> calls) {}

  /** A thread: its open calls, and the outermost ones that have ended. */
  private record Strand(TracedThread thread, Deque<Open> open, List<Repeat> calls) {}

  private final GoldenNodes nodes;
  private final GoldenLabels labels;
  private final Repeats repeats;
  private final Map<Integer, Strand> strands = new LinkedHashMap<>();

  GoldenThreads(GoldenNodes nodes, GoldenLabels labels, Repeats repeats) {
    this.nodes = nodes;
    this.labels = labels;
    this.repeats = repeats;
  }

  @Override
  public void call(TracedMethod method, TracedThread thread, int depth, List<Argument> arguments) {
    strands
        .computeIfAbsent(
            thread.index(), i -> new Strand(thread, new ArrayDeque<>(), new ArrayList<>()))
        .open()
        .push(new Open(method, arguments, new ArrayList<>()));
  }

  @Override
  public void returned(
      TracedMethod method,
      TracedThread thread,
      int depth,
      @Nullable String thrown,
      @Nullable String value) {
    Strand strand = strands.get(thread.index());
    if (strand != null && !strand.open().isEmpty()) {
      close(strand, labels.end(thrown, value));
    }
  }

  private void close(Strand strand, String end) {
    Open call = strand.open().pop();
    if (call.method().name().equals("<clinit>")) {
      return; // with all that it called; GoldenOptions says why
    }
    String label = labels.call(call.method(), call.arguments()) + end;
    GoldenNode node = nodes.of(label, call.method(), repeats.grouped(call.calls()));
    Open caller = strand.open().peek();
    List<Repeat> row = caller == null ? strand.calls() : caller.calls();
    repeats.add(row, Repeat.once(node.id()));
  }

  /** Shows each thread with its outermost calls, in the order of first events. */
  void forEach(BiConsumer<TracedThread, List<Repeat>> action) {
    for (Strand strand : strands.values()) {
      while (!strand.open().isEmpty()) {
        close(strand, GoldenLabels.NOT_ENDED);
      }
      action.accept(strand.thread(), strand.calls());
    }
  }

  @Override
  public void counts(Iterable<CallCount> counts) {}

  @Override
  public void flush() {}
}
