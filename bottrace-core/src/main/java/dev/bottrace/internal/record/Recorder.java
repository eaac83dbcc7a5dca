package dev.bottrace.internal.record;

import dev.bottrace.internal.compact.EncodingSink;
import dev.bottrace.internal.compact.EventEncoder;
import dev.bottrace.internal.line.EventLines;
import dev.bottrace.internal.line.LineSink;
import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.option.StateOptions;
import dev.bottrace.option.TraceOptions;
import dev.bottrace.runtime.ProbeSink;
import dev.bottrace.runtime.ThreadSink;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.Receipt;
import dev.bottrace.trace.TraceEventSink;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Records what one program calls, within bounds. Safe for use by any number of threads. */
public sealed interface Recorder extends ProbeSink permits EventRecorder, CountRecorder {

  /**
   * Makes a recorder that writes events as they come.
   *
   * @param program what to record
   * @param owner is told of bounds and failures
   * @param sink where the events go
   * @return the recorder
   */
  static Recorder writing(RecordedProgram program, RecorderOwner owner, TraceEventSink sink) {
    return onlyCounts(program)
        ? new CountRecorder(program.symbols(), program.options(), owner)
        : new EventRecorder(program, owner, consumer(program.symbols(), sink));
  }

  private static EventConsumer consumer(SymbolTable symbols, TraceEventSink sink) {
    EventEncoder encoder = EncodingSink.encoderOf(sink);
    if (encoder != null) {
      return new EncodedEvents(symbols, encoder, thread -> {}, sink::flush);
    }
    EventLines lines = LineSink.linesOf(sink);
    return lines == null
        ? new Replay(symbols, new ThreadNames(), sink)
        : new LineReplay(symbols, new ThreadNames(), sink, lines);
  }

  /**
   * Makes a recorder that keeps events in memory.
   *
   * @param program what to record
   * @param owner is told of bounds and failures
   * @param log where events are kept
   * @return the recorder
   */
  static Recorder keeping(RecordedProgram program, RecorderOwner owner, EventLog log) {
    return keeping(program, owner, log, null);
  }

  /**
   * Makes a recorder that keeps events in memory, and shows them to a listener.
   *
   * @param program what to record
   * @param owner is told of bounds and failures
   * @param log where events are kept
   * @param feed shows them; null if nobody listens
   * @return the recorder
   */
  static Recorder keeping(
      RecordedProgram program, RecorderOwner owner, EventLog log, @Nullable LiveFeed feed) {
    if (onlyCounts(program)) {
      return new CountRecorder(program.symbols(), program.options(), owner);
    }
    EventConsumer kept = log.consumer();
    EventConsumer all = feed == null ? kept : new ObservedEvents(kept, program.symbols(), feed);
    return new EventRecorder(program, owner, all);
  }

  private static boolean onlyCounts(RecordedProgram program) {
    StateOptions state = program.options().state();
    return !program.options().calls() && !state.takesSnapshots() && state.watches().isEmpty();
  }

  /**
   * Returns where calls go that nobody records.
   *
   * @return the same object each time
   */
  static ThreadSink unobserved() {
    return UnobservedThread.INSTANCE;
  }

  /**
   * Returns what is to hear of tasks that are handed over.
   *
   * @return null if nobody asked where tasks come from
   */
  @Nullable TaskListener tasks();

  /**
   * Returns where the calls of the current thread go, in the long way: by its identity.
   *
   * @return the same object for all calls of one thread
   */
  ThreadSink ofCurrentThread();

  /**
   * Says which thread runs {@code main}, of which {@link #uncaught} tells.
   *
   * @param thread the thread
   */
  void mainThread(Thread thread);

  /**
   * Says which thread runs {@code main}, where nobody stands below that to tell what leaves it.
   *
   * @param thread the thread
   */
  void untoldMainThread(Thread thread);

  /** Hands on everything that happened before this call. */
  void flush();

  /**
   * Hands on events for threads that have no stack left to do that, until nothing more is recorded.
   * To be called by a thread of its own, where nobody flushes at intervals.
   */
  default void serve() {}

  /**
   * Makes provision for when there is no memory left. It takes too long to be done by the program's
   * threads, or before they start.
   */
  default void provide() {}

  /**
   * Hands on everything that happened before this call, and looks at it while nothing is added.
   *
   * @param look what to do then
   * @param <T> what that returns
   * @return what it returned
   */
  <T> T atRest(Supplier<T> look);

  /** From now on hands on each event at once, before the program goes on. */
  void writeThrough();

  /**
   * Hands on all that is left, and closes the calls that are still open. What happens later is not
   * recorded.
   */
  void finish();

  /**
   * Tells whether there was anything to record.
   *
   * @return whether a call was recorded or counted
   */
  boolean hasRecorded();

  /**
   * Has the JVM link what probes need, as far as it does that when code first runs. Nothing is
   * recorded.
   *
   * @param options what will be recorded
   */
  static void rehearse(TraceOptions options) {
    DryRun.of(options);
  }

  /**
   * Names the classes that are not needed for what is recorded.
   *
   * @param options what is recorded
   * @return binary names; what only these need is not needed either
   */
  Set<String> leftOut(TraceOptions options);

  /**
   * Takes the exception that ended the thread that calls this; does nothing if nobody asked for it.
   *
   * @param thrown what left the program's outermost method
   */
  void uncaught(Throwable thrown);

  /**
   * Says why breakpoints and watches produced nothing.
   *
   * @return one for each of those that did, in the order in which they were given
   */
  List<Receipt> receipts();

  /**
   * Tells how often each method was called.
   *
   * @return each called method once, most called first; empty if counts were not asked for
   */
  List<CallCount> callCounts();
}
