package dev.bottrace.trace;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Any number of events of some shape, made anew each time they are shown. */
final class SyntheticCalls implements TraceRecording {
  private final Shape shape;
  private final long events;
  private final TracedMethod[] methods;
  private final TracedThread[] threads;

  /** How a program behaves. */
  enum Shape {
    /** Loops in layers that call small methods, now and then an exception. */
    LAYERS(1000, 4, 50, 30),
    /** A main loop with calls that call nothing. */
    LOOP(20, 1, 1, 2),
    /** A recursion that goes very deep. */
    RECURSION(3, 1, 1, 1_000_000),
    /** Very many methods. */
    LARGE(20_000, 8, 200, 60),
    /** Threads that take turns after each event. */
    TURNS(200, 16, 1, 20);

    final int methods;
    final int threads;
    final int turn;
    final int deepest;

    Shape(int methods, int threads, int turn, int deepest) {
      this.methods = methods;
      this.threads = threads;
      this.turn = turn;
      this.deepest = deepest;
    }
  }

  SyntheticCalls(Shape shape, long events) {
    this.shape = shape;
    this.events = events;
    this.methods = new TracedMethod[shape.methods];
    this.threads = new TracedThread[shape.threads];
    for (int id = 0; id < methods.length; id++) {
      String className = "com.acme.p" + id / 100 + ".C" + id / 10;
      methods[id] = new TracedMethod(id, className, "m" + id % 10, "()V", "C.java", 1 + id % 10);
    }
    for (int i = 0; i < threads.length; i++) {
      threads[i] = new TracedThread(i, "t" + i, i == 0);
    }
  }

  @Override
  public void replay(TraceEventSink sink) throws IOException {
    Random random = new Random(1);
    TracedMethod[][] open = new TracedMethod[threads.length][shape.deepest];
    int[] depths = new int[threads.length];
    int current = 0;
    boolean down = true;
    for (long event = 0; event < events; event++) {
      if (event % shape.turn == 0) {
        current = (int) (event / shape.turn % threads.length);
      }
      int depth = depths[current];
      down = depth == 0 || (depth < shape.deepest && goesDown(random, down, depth));
      if (down) {
        TracedMethod method = methods[random.nextInt(methods.length)];
        open[current][depth] = method;
        depths[current]++;
        sink.call(method, threads[current], depth + 1, List.of());
      } else {
        depths[current]--;
        sink.returned(open[current][depth - 1], threads[current], depth, thrown(random), null);
      }
    }
  }

  private boolean goesDown(Random random, boolean down, int depth) {
    return switch (shape) {
      case RECURSION -> down;
      case LOOP -> depth == 1;
      default -> random.nextBoolean();
    };
  }

  private @Nullable String thrown(Random random) {
    return shape != Shape.LOOP && random.nextInt(100) == 0 ? "java.io.IOException" : null;
  }
}
