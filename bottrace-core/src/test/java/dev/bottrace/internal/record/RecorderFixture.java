package dev.bottrace.internal.record;

import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.option.TraceOptions;
import dev.bottrace.trace.Argument;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A recorder, its table with some methods, and what it told its owner. */
final class RecorderFixture implements RecorderOwner {
  final SymbolTable symbols = new SymbolTable();
  final EventLog log = new EventLog(symbols);
  final List<String> told = new ArrayList<>();

  /** What happens when it is told of a failure for the first time; null if nothing does. */
  @Nullable Error whenTold;

  final Recorder recorder;

  RecorderFixture(TraceOptions options, int methods) {
    recorder = Recorder.keeping(RecordedProgram.of(symbols, options), this, log);
    define(methods);
  }

  RecorderFixture(TraceOptions options, int methods, dev.bottrace.trace.TraceEventSink sink) {
    recorder = Recorder.writing(RecordedProgram.of(symbols, options), this, sink);
    define(methods);
  }

  /** Methods {@code T.m0}, {@code T.m1} ... with the ids 0, 1 ... */
  private void define(int methods) {
    symbols.define(
        IntStream.range(0, methods)
            .mapToObj(i -> new TracedMethod(0, "T", "m" + i, "()V", "T.java", i + 1))
            .toList());
  }

  /** One traced call without others in it. */
  void call(int method) {
    var sink = recorder.current(0);
    sink.enter(method);
    sink.exit(sink.depth);
  }

  /** Ends the recording; returns its events as {@code +m1} and {@code -m1}. */
  List<String> events() {
    recorder.finish();
    return replayed();
  }

  List<String> replayed() {
    Lines lines = new Lines();
    try {
      log.replay(lines);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return lines.list;
  }

  /** Ends the recording; returns the methods of its calls. */
  int[] calledMethods() throws IOException {
    recorder.finish();
    List<Integer> called = new ArrayList<>();
    log.replay(
        new Lines() {
          @Override
          public void call(
              TracedMethod method, TracedThread thread, int depth, List<Argument> arguments) {
            called.add(method.id());
          }

          @Override
          public void returned(
              TracedMethod method, TracedThread thread, int depth, String thrown, String value) {}
        });
    return called.stream().mapToInt(Integer::intValue).toArray();
  }

  static TraceOptions calls() {
    return TraceOptions.DEFAULT.withCalls();
  }

  static TraceOptions counts() {
    return TraceOptions.DEFAULT.withCallCounts();
  }

  static void inThreads(int count, ThrowingTask task) throws Exception {
    List<Throwable> failures = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int index = i;
      Thread thread = new Thread(() -> task.run(index), "thread-" + i);
      thread.setUncaughtExceptionHandler(
          (t, e) -> {
            synchronized (failures) {
              failures.add(e);
            }
          });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    if (!failures.isEmpty()) {
      throw new AssertionError(failures.get(0));
    }
  }

  interface ThrowingTask {
    void run(int index);
  }

  @Override
  public synchronized void limitReached(long events) {
    told.add("limit " + events);
  }

  @Override
  public synchronized void writeFailed(IOException failure) {
    Error error = whenTold;
    whenTold = null;
    if (error != null) {
      throw error;
    }
    told.add("failed: " + failure.getMessage());
  }

  @Override
  public int programHalts(int status) {
    return status;
  }

  @Override
  public void programExits(int status) {}

  @Override
  public void notice(String line) {
    told.add(line);
  }
}
