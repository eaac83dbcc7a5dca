package dev.bottrace.trace;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Calls of a few methods in a few threads, the same each time for the same seed. */
final class RandomCalls {
  private static final String[] CLASSES = {
    "App", "com.acme.Orders", "com.acme.db.Repository", "com.acme.db.Repository$Row", "org.web.Page"
  };
  private static final String[] NAMES = {"run", "save", "<init>", "lambda$run$0"};

  final List<TracedMethod> methods = new ArrayList<>();
  private final List<TracedThread> threads = new ArrayList<>();
  private final List<Deque<TracedMethod>> open = new ArrayList<>();
  private final Random random;
  private final int events;

  RandomCalls(long seed, int events) {
    this.random = new Random(seed);
    this.events = events;
    for (String className : CLASSES) {
      for (String name : NAMES) {
        int id = 3 * methods.size();
        methods.add(new TracedMethod(id, className, name, "()V", "F.java", 10 + id));
      }
    }
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      threads.add(new TracedThread(2 * i, "t" + i, i == 0));
      open.add(new ArrayDeque<>());
    }
  }

  void writeTo(TraceEventSink sink) throws IOException {
    int current = 0;
    int deep = 1 + random.nextInt(20);
    for (int i = 0; i < events; i++) {
      current = random.nextInt(5) == 0 ? random.nextInt(threads.size()) : current;
      Deque<TracedMethod> calls = open.get(current);
      if (calls.isEmpty() || (calls.size() < deep && random.nextBoolean())) {
        calls.push(methods.get(random.nextInt(methods.size())));
        sink.call(calls.element(), threads.get(current), calls.size(), arguments());
      } else {
        leave(sink, current, thrown(), value());
      }
    }
    if (random.nextBoolean()) {
      for (int thread = 0; thread < threads.size(); thread++) {
        while (!open.get(thread).isEmpty()) {
          leave(sink, thread, TraceEventSink.ENDED, null);
        }
      }
    }
    sink.finish();
  }

  private void leave(
      TraceEventSink sink, int thread, @Nullable String thrown, @Nullable String value)
      throws IOException {
    int depth = open.get(thread).size();
    sink.returned(open.get(thread).pop(), threads.get(thread), depth, thrown, value);
  }

  private List<Argument> arguments() {
    return random.nextInt(3) == 0
        ? List.of(new Argument("a", "" + random.nextInt(1000)), new Argument("b", "x"))
        : List.of();
  }

  private @Nullable String thrown() {
    return random.nextInt(6) == 0 ? "x.E" + random.nextInt(3) : null;
  }

  private @Nullable String value() {
    return random.nextInt(3) == 0 ? "v" + random.nextInt(1000) : null;
  }
}
