package dev.bottrace.compact;

import dev.bottrace.trace.Argument;
import dev.bottrace.trace.BreakpointSnapshot;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.CapturedValue;
import dev.bottrace.trace.CapturedVariable;
import dev.bottrace.trace.ExceptionSnapshot;
import dev.bottrace.trace.FrameSnapshot;
import dev.bottrace.trace.NotCapturedReason;
import dev.bottrace.trace.Receipt;
import dev.bottrace.trace.TraceEventSink;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import dev.bottrace.trace.WatchResult;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A trace of everything that a trace can hold, the same each time for the same seed. */
final class RandomTrace {
  private final long seed;
  private final int events;
  private Random random = new Random();

  RandomTrace(long seed, int events) {
    this.seed = seed;
    this.events = events;
  }

  void writeTo(TraceEventSink sink) throws IOException {
    random = new Random(seed);
    List<TracedMethod> methods = methods();
    List<TracedThread> threads = threads();
    List<Deque<TracedMethod>> open = new ArrayList<>();
    threads.forEach(thread -> open.add(new ArrayDeque<>()));
    int current = 0;
    for (int i = 0; i < events; i++) {
      current = random.nextInt(4) == 0 ? random.nextInt(threads.size()) : current;
      Deque<TracedMethod> calls = open.get(current);
      if (calls.isEmpty() || random.nextBoolean()) {
        calls.push(methods.get(random.nextInt(methods.size())));
        sink.call(calls.element(), threads.get(current), calls.size(), rarely(this::arguments));
      } else {
        int depth = calls.size();
        sink.returned(calls.pop(), threads.get(current), depth, rarelyName(), rarelyText());
      }
      beside(sink);
    }
    end(sink, threads, open, methods);
  }

  private void beside(TraceEventSink sink) throws IOException {
    switch (random.nextInt(60)) {
      case 0 -> sink.snapshot(snapshot());
      case 1 -> sink.exception(exception(2));
      case 2 -> sink.flush();
      default -> {}
    }
  }

  private void end(
      TraceEventSink sink,
      List<TracedThread> threads,
      List<Deque<TracedMethod>> open,
      List<TracedMethod> methods)
      throws IOException {
    for (int i = 0; i < open.size() && seed % 2 == 0; i++) {
      for (Deque<TracedMethod> calls = open.get(i); !calls.isEmpty(); ) {
        int depth = calls.size();
        sink.returned(calls.pop(), threads.get(i), depth, TraceEventSink.ENDED, null);
      }
    }
    sink.receipts(list(3, this::receipt));
    if (seed % 3 == 0) {
      List<CallCount> counts = new ArrayList<>();
      methods.forEach(method -> counts.add(new CallCount(method, random.nextLong() >>> 1)));
      Collections.sort(counts);
      sink.counts(counts);
    }
    sink.finish();
  }

  private List<TracedMethod> methods() {
    List<TracedMethod> methods = new ArrayList<>();
    int id = 0;
    for (int i = 0; i < 40; i++) {
      id += 1 + random.nextInt(1 + random.nextInt(300));
      methods.add(new TracedMethod(id, text(), text(), text(), text(), random.nextInt(70_000)));
    }
    return methods;
  }

  private List<TracedThread> threads() {
    List<TracedThread> threads = new ArrayList<>(List.of(new TracedThread(0, "main", true)));
    for (int i = 1; i < 1 + random.nextInt(6); i++) {
      threads.add(new TracedThread(3 * i, text(), false));
    }
    return threads;
  }

  private List<Argument> arguments() {
    return list(4, () -> new Argument(text(), text()));
  }

  private BreakpointSnapshot snapshot() {
    Instant time = Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
    return new BreakpointSnapshot(text(), time, text(), list(4, this::frame), list(3, this::watch));
  }

  private FrameSnapshot frame() {
    List<CapturedVariable> locals = random.nextBoolean() ? list(4, this::variable) : null;
    return new FrameSnapshot(text(), text(), random.nextInt(2000), locals, rarelyText());
  }

  private WatchResult watch() {
    return random.nextBoolean()
        ? new WatchResult(text(), value(3), null)
        : new WatchResult(text(), null, text());
  }

  private ExceptionSnapshot exception(int levels) {
    boolean more = levels > 0 && random.nextBoolean();
    return new ExceptionSnapshot(
        text(),
        rarelyText(),
        text(),
        list(4, this::frame),
        more ? exception(levels - 1) : null,
        more ? list(2, () -> exception(levels - 1)) : List.of(),
        rarelyText());
  }

  private CapturedVariable variable() {
    return variable(3);
  }

  private CapturedVariable variable(int levels) {
    return new CapturedVariable(text(), value(levels));
  }

  private CapturedValue value(int levels) {
    int inner = levels - 1;
    return switch (random.nextInt(levels > 0 ? 10 : 4)) {
      case 0 -> new CapturedValue.Plain(text());
      case 1 -> new CapturedValue.Text(text(), random.nextInt(1000));
      case 2 -> new CapturedValue.Reference(random.nextInt(1000));
      case 3 -> new CapturedValue.NotCaptured(reason(), text());
      case 4 ->
          new CapturedValue.Instance(
              text(), random.nextBoolean(), list(3, () -> variable(inner)), 3, cut());
      case 5 -> new CapturedValue.Sequence(text(), size(), list(3, () -> value(inner)), cut());
      case 6 -> new CapturedValue.Mapping(text(), size(), list(3, () -> entry(inner)), cut());
      case 7 -> entry(inner);
      case 8 -> new CapturedValue.Holder(text(), random.nextBoolean() ? value(inner) : null);
      default -> new CapturedValue.Thrown(text(), random.nextBoolean() ? value(inner) : null);
    };
  }

  private CapturedValue.Entry entry(int levels) {
    return new CapturedValue.Entry(value(levels), value(levels));
  }

  private int size() {
    return random.nextInt(10) - 1;
  }

  private @Nullable NotCapturedReason cut() {
    return random.nextBoolean() ? reason() : null;
  }

  private NotCapturedReason reason() {
    NotCapturedReason[] all = NotCapturedReason.values();
    return all[random.nextInt(all.length)];
  }

  private Receipt receipt() {
    Receipt.Kind[] all = Receipt.Kind.values();
    return new Receipt(all[random.nextInt(all.length)], text(), text());
  }

  private <T> List<T> rarely(Supplier<List<T>> list) {
    return random.nextInt(5) == 0 ? list.get() : List.of();
  }

  private @Nullable String rarelyText() {
    return random.nextInt(5) == 0 ? text() : null;
  }

  private @Nullable String rarelyName() {
    return random.nextInt(5) == 0 ? "x.E" + random.nextInt(50) : null;
  }

  /** Any characters, among them halves of surrogate pairs and those that end lines. */
  private String text() {
    int[] limits = {0x7f, 0x7f, 0x7ff, 0xffff, 0x10ffff};
    int limit = limits[random.nextInt(limits.length)];
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(12); left > 0; left--) {
      text.appendCodePoint(random.nextInt(limit + 1));
      if (random.nextInt(10) == 0) {
        text.append((char) (0xd800 + random.nextInt(0x800)));
      }
    }
    return text.toString();
  }

  private <T> List<T> list(int most, Supplier<T> element) {
    List<T> list = new ArrayList<>();
    for (int left = random.nextInt(most + 1); left > 0; left--) {
      list.add(element.get());
    }
    return list;
  }
}
