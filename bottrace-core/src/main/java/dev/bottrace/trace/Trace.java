package dev.bottrace.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a run left behind: how it ended, and what was recorded of it. Immutable, and safe for use by
 * any number of threads.
 */
public final class Trace implements TraceRecording {
  private final Termination termination;
  private final TraceRecording recording;
  private final List<CallCount> callCounts;
  private final List<TracedThread> threads;
  private final List<Receipt> receipts;
  private final List<String> notices;
  private volatile @Nullable CallTree callTree;

  /**
   * Makes a trace.
   *
   * @param termination how the program ended
   * @param recording the recorded events
   * @param callCounts the recorded counts, most called first
   * @param threads those that have events, in the order of their first ones
   * @param receipts why what was asked for produced nothing
   * @param notices what was cut or left out, one line each
   */
  public Trace(
      Termination termination,
      TraceRecording recording,
      List<CallCount> callCounts,
      List<TracedThread> threads,
      List<Receipt> receipts,
      List<String> notices) {
    this.termination = termination;
    this.recording = recording;
    this.callCounts = List.copyOf(callCounts);
    this.threads = List.copyOf(threads);
    this.receipts = List.copyOf(receipts);
    this.notices = List.copyOf(notices);
  }

  /**
   * Tells how the program ended.
   *
   * @return the end
   */
  public Termination termination() {
    return termination;
  }

  /**
   * Returns what {@code java} would have ended with.
   *
   * @return the program's own code, 1 after an uncaught exception in main, 124 after a timeout
   */
  public int exitCode() {
    return termination.exitCode();
  }

  /**
   * Returns the exception that left {@code main}.
   *
   * @return the exception; empty if none did
   */
  public Optional<Throwable> uncaught() {
    return Optional.ofNullable(termination.uncaught());
  }

  /**
   * Returns all calls with their callers and callees. Built when it is first asked for.
   *
   * @return the tree; empty if {@code calls()} was not asked for
   */
  public CallTree callTree() {
    CallTree tree = callTree;
    if (tree == null) {
      tree = CallTree.of(recording);
      callTree = tree;
    }
    return tree;
  }

  /**
   * Returns all events as objects: handy for short traces; {@link #replay} needs no memory for long
   * ones.
   *
   * @return in the order of the trace
   */
  public List<TraceEvent> events() {
    return List.copyOf(eventList().list);
  }

  /**
   * Returns what breakpoints saw.
   *
   * @return in the order of the trace
   */
  public List<BreakpointSnapshot> snapshots() {
    return List.copyOf(eventList().snapshots);
  }

  /**
   * Returns the exceptions that nobody caught.
   *
   * @return in the order of the trace; empty if {@code onException} was not asked for
   */
  public List<ExceptionSnapshot> exceptions() {
    return List.copyOf(eventList().exceptions);
  }

  private EventList eventList() {
    EventList events = new EventList();
    try {
      recording.replay(events);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return events;
  }

  /** Makes an object of each event. */
  private static final class EventList implements TraceEventSink {
    private final List<TraceEvent> list = new ArrayList<>();
    private final List<BreakpointSnapshot> snapshots = new ArrayList<>();
    private final List<ExceptionSnapshot> exceptions = new ArrayList<>();

    @Override
    public void call(
        TracedMethod method, TracedThread thread, int depth, List<Argument> arguments) {
      list.add(new TraceEvent.Call(method, thread, depth, arguments));
    }

    @Override
    public void returned(
        TracedMethod method,
        TracedThread thread,
        int depth,
        @Nullable String thrown,
        @Nullable String value) {
      list.add(new TraceEvent.Return(method, thread, depth, thrown, value));
    }

    @Override
    public void snapshot(BreakpointSnapshot snapshot) {
      snapshots.add(snapshot);
    }

    @Override
    public void exception(ExceptionSnapshot exception) {
      exceptions.add(exception);
    }

    @Override
    public void counts(Iterable<CallCount> counts) {}

    @Override
    public void flush() {}
  }

  /**
   * Returns the calls of one method, or of several by one name.
   *
   * @param method class and method, as in {@code Orders.place} or {@code com.acme.Orders.place};
   *     overloads count together
   * @return in the order of the trace
   */
  public List<Call> calls(String method) {
    return callTree().calls(method);
  }

  /**
   * Returns who called a method.
   *
   * @param method class and method, as in {@link #calls}
   * @return the callers, each once, in the order of their first call of it
   */
  public Set<TracedMethod> callers(String method) {
    return methods(method, call -> call.caller().stream());
  }

  /**
   * Returns whom a method called.
   *
   * @param method class and method, as in {@link #calls}
   * @return the callees, each once, in the order in which it first called them
   */
  public Set<TracedMethod> callees(String method) {
    return methods(method, call -> call.callees().stream());
  }

  private Set<TracedMethod> methods(String method, Function<Call, Stream<Call>> related) {
    Set<TracedMethod> methods = new LinkedHashSet<>();
    calls(method).stream().flatMap(related).map(Call::method).forEach(methods::add);
    return methods;
  }

  /**
   * Returns how often each method was called.
   *
   * @return most called first, ties in the order of name and line; from the calls if {@code
   *     callCounts()} was not asked for
   */
  public List<CallCount> callCounts() {
    if (!callCounts.isEmpty()) {
      return callCounts;
    }
    List<CallCount> counts = new ArrayList<>();
    callTree()
        .countsByMethod()
        .forEach((method, count) -> counts.add(new CallCount(method, count)));
    counts.sort(null);
    return counts;
  }

  /**
   * Returns which source files ran.
   *
   * @return package paths and files, as in {@code com/acme/App.java}
   */
  public SortedSet<String> filesTouched() {
    SortedSet<String> files = new TreeSet<>();
    callCounts().forEach(count -> files.add(count.method().file()));
    return files;
  }

  /**
   * Returns the threads that have events.
   *
   * @return in the order of their first ones
   */
  public List<TracedThread> threads() {
    return threads;
  }

  /**
   * Returns why breakpoints, watches, includes and excludes produced nothing.
   *
   * @return one for each of those that did; in the order in which they were given
   */
  public List<Receipt> receipts() {
    return receipts;
  }

  /**
   * Returns what was cut or left out, and why.
   *
   * @return one line each; empty if the trace is all there was
   */
  public List<String> notices() {
    return notices;
  }

  @Override
  public void replay(TraceEventSink sink) throws IOException {
    recording.replay(sink);
  }

  /**
   * Writes the whole trace: its events, receipts, then its counts if {@code callCounts()} was asked
   * for.
   *
   * @param sink takes it
   * @throws IOException if the sink throws it
   */
  public void writeTo(TraceEventSink sink) throws IOException {
    recording.replay(sink);
    sink.receipts(receipts);
    if (!callCounts.isEmpty()) {
      sink.counts(callCounts);
    }
    sink.finish();
  }
}
