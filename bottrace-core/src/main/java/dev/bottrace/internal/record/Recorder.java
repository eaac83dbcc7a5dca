package dev.bottrace.internal.record;

import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.option.TraceOptions;
import dev.bottrace.runtime.ProbeSink;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.TraceEventSink;
import java.util.List;

/** Records what one program calls, within bounds. Safe for use by any number of threads. */
public sealed interface Recorder extends ProbeSink permits EventRecorder, CountRecorder {

  /**
   * Makes a recorder that writes events as they come.
   *
   * @param symbols an unused table
   * @param options what to record
   * @param owner is told of bounds and failures
   * @param sink where the events go
   * @return the recorder
   */
  static Recorder writing(
      SymbolTable symbols, TraceOptions options, RecorderOwner owner, TraceEventSink sink) {
    return options.calls()
        ? new EventRecorder(symbols, options, owner, new Replay(symbols, new ThreadNames(), sink))
        : new CountRecorder(symbols, options, owner);
  }

  /**
   * Makes a recorder that keeps events in memory.
   *
   * @param symbols an unused table
   * @param options what to record
   * @param owner is told of bounds and failures
   * @param log where events are kept
   * @return the recorder
   */
  static Recorder keeping(
      SymbolTable symbols, TraceOptions options, RecorderOwner owner, EventLog log) {
    return options.calls()
        ? new EventRecorder(symbols, options, owner, log)
        : new CountRecorder(symbols, options, owner);
  }

  /**
   * Says which thread runs {@code main}.
   *
   * @param thread the thread
   */
  void mainThread(Thread thread);

  /** Hands on everything that happened before this call. */
  void flush();

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
   * Tells how often each method was called.
   *
   * @return each called method once, most called first; empty if counts were not asked for
   */
  List<CallCount> callCounts();
}
