package dev.bottrace.trace;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What was recorded of a run, and the questions that are asked of it. What reads a file may throw
 * an {@link java.io.UncheckedIOException} from any of them.
 */
public interface RecordedRun extends TraceRecording {
  /**
   * Returns all calls with their callers and callees. Built when it is first asked for.
   *
   * @return the tree; empty if {@code calls()} was not asked for
   */
  CallTree callTree();

  /**
   * Returns how often each method was called.
   *
   * @return most called first, ties in the order of name and line; from the calls if {@code
   *     callCounts()} was not asked for
   */
  List<CallCount> callCounts();

  /**
   * Returns the threads that have events.
   *
   * @return in the order of their first ones
   */
  List<TracedThread> threads();

  /**
   * Returns why breakpoints, watches, includes and excludes produced nothing.
   *
   * @return one for each of those that did; in the order in which they were given
   */
  List<Receipt> receipts();

  /**
   * Returns what was cut or left out, and why.
   *
   * @return one line each; empty if the trace is all there was
   */
  List<String> notices();

  /**
   * Writes the whole trace: its events, receipts, then its counts if {@code callCounts()} was asked
   * for.
   *
   * @param sink takes it
   * @throws IOException if the sink throws it
   */
  void writeTo(TraceEventSink sink) throws IOException;

  /**
   * Returns all events as objects: handy for short traces; {@link #replay} needs no memory for long
   * ones.
   *
   * @return in the order of the trace
   */
  default List<TraceEvent> events() {
    return List.copyOf(EventList.of(this).list);
  }

  /**
   * Returns what breakpoints saw.
   *
   * @return in the order of the trace
   */
  default List<BreakpointSnapshot> snapshots() {
    return List.copyOf(EventList.of(this).snapshots);
  }

  /**
   * Returns the exceptions that nobody caught.
   *
   * @return in the order of the trace; empty if {@code onException} was not asked for
   */
  default List<ExceptionSnapshot> exceptions() {
    return List.copyOf(EventList.of(this).exceptions);
  }

  /**
   * Returns the calls of one method, or of several by one name.
   *
   * @param method class and method, as in {@code Orders.place} or {@code com.acme.Orders.place};
   *     overloads count together
   * @return in the order of the trace
   */
  default List<Call> calls(String method) {
    return callTree().calls(method);
  }

  /**
   * Returns who called a method.
   *
   * @param method class and method, as in {@link #calls}
   * @return the callers, each once, in the order of their first call of it
   */
  default Set<TracedMethod> callers(String method) {
    return methods(method, call -> call.caller().stream());
  }

  /**
   * Returns whom a method called.
   *
   * @param method class and method, as in {@link #calls}
   * @return the callees, each once, in the order in which it first called them
   */
  default Set<TracedMethod> callees(String method) {
    return methods(method, call -> call.callees().stream());
  }

  private Set<TracedMethod> methods(String method, Function<Call, Stream<Call>> related) {
    Set<TracedMethod> methods = new LinkedHashSet<>();
    calls(method).stream().flatMap(related).map(Call::method).forEach(methods::add);
    return methods;
  }

  /**
   * Returns which source files ran.
   *
   * @return package paths and files, as in {@code com/acme/App.java}
   */
  default SortedSet<String> filesTouched() {
    SortedSet<String> files = new TreeSet<>();
    callCounts().forEach(count -> files.add(count.method().file()));
    return files;
  }
}
