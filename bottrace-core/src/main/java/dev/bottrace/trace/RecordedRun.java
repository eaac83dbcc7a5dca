package dev.bottrace.trace;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What was recorded of a run, and the questions that are asked of it. Methods are named by
 * patterns, as {@link MethodPattern} has them, and by paths, as {@link CallPath} has them; what is
 * none is refused with an {@link IllegalArgumentException}, as is a pattern that turns out to be
 * the name of a class or package. {@link #callTree()} has the same questions for patterns that were
 * read before.
 *
 * <p>A question about what was not asked for when the run was recorded is refused with an {@link
 * IllegalStateException} that says what to add. What reads a file may throw an {@link
 * java.io.UncheckedIOException} from any of them.
 */
public interface RecordedRun extends TraceRecording {
  /**
   * Returns all calls with their callers and callees.
   *
   * @return the tree
   * @throws IllegalStateException if {@code calls()} was not asked for
   */
  CallTree callTree();

  /**
   * Returns this run with one tree for all threads: {@link #callTree()}, and all questions that it
   * answers, have calls with which a task begins called by the call that handed it over. So {@code
   * joined().paths("App.submit >> Worker.run")} leads from thread to thread.
   *
   * @return the same run, seen that way
   * @throws IllegalStateException if {@code calls()} or {@code async()} was not asked for
   */
  default RecordedRun joined() {
    return new JoinedRun(this);
  }

  /**
   * Returns how often each method was called.
   *
   * @return most called first, ties in the order of name and line; from the calls if {@code
   *     callCounts()} was not asked for
   * @throws IllegalStateException if neither was
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
   * @throws IllegalStateException if {@code calls()} was not asked for
   */
  default List<TraceEvent> events() {
    RecordedPart.CALLS.requireIn(this);
    return EventList.of(this);
  }

  /**
   * Returns what breakpoints saw.
   *
   * @return in the order of the trace
   * @throws IllegalStateException if there was no breakpoint
   */
  default List<BreakpointSnapshot> snapshots() {
    RecordedPart.SNAPSHOTS.requireIn(this);
    return SnapshotPass.snapshots(this);
  }

  /**
   * Returns the exceptions that nobody caught.
   *
   * @return in the order of the trace
   * @throws IllegalStateException if {@code onException} was not asked for
   */
  default List<ExceptionSnapshot> exceptions() {
    RecordedPart.EXCEPTIONS.requireIn(this);
    return SnapshotPass.exceptions(this);
  }

  /**
   * Returns the calls of one method, or of several.
   *
   * @param pattern names them, as in {@code Orders.place}
   * @return in the order of the trace
   */
  default List<Call> calls(String pattern) {
    return callTree().calls(MethodPattern.of(pattern));
  }

  /**
   * Tells whether any method of a pattern was called.
   *
   * @param pattern names them
   * @return true if one was; from the counts if they were asked for: these are of all calls, also
   *     of those whose events were not kept
   */
  default boolean called(String pattern) {
    MethodPattern named = MethodPattern.of(pattern);
    return onlyEvents()
        ? callTree().first(named).isPresent()
        : callCounts().stream().anyMatch(count -> named.matches(count.method()));
  }

  /**
   * Counts the calls of one method, or of several.
   *
   * @param pattern names them
   * @return how many; from the counts if they were asked for: these are of all calls, also of those
   *     whose events were not kept
   */
  default long count(String pattern) {
    MethodPattern named = MethodPattern.of(pattern);
    return onlyEvents()
        ? callTree().count(named)
        : callCounts().stream()
            .filter(count -> named.matches(count.method()))
            .mapToLong(CallCount::count)
            .sum();
  }

  private boolean onlyEvents() {
    return holds(RecordedPart.CALLS) && !holds(RecordedPart.CALL_COUNTS);
  }

  /**
   * Returns the first call of one method, or of several.
   *
   * @param pattern names them
   * @return the call; empty if there is none
   */
  default Optional<Call> first(String pattern) {
    return callTree().first(MethodPattern.of(pattern));
  }

  /**
   * Returns the last call of one method, or of several.
   *
   * @param pattern names them
   * @return the call; empty if there is none
   */
  default Optional<Call> last(String pattern) {
    return callTree().last(MethodPattern.of(pattern));
  }

  /**
   * Returns the ways on which a path leads to calls.
   *
   * @param path as in {@code Orders.place >> Repository.save}
   * @return one for each call of the last step that the path leads to, in the order of the trace;
   *     with one call for each step, the nearest one to the next step where there are several
   */
  default List<List<Call>> paths(String path) {
    return callTree().paths(CallPath.of(path));
  }

  /**
   * Returns who called methods directly.
   *
   * @param pattern names the called methods
   * @return the callers, each once, in the order of their first such call
   */
  default Set<TracedMethod> callers(String pattern) {
    return callTree().callers(MethodPattern.of(pattern));
  }

  /**
   * Returns whom methods called directly.
   *
   * @param pattern names the calling methods
   * @return the callees, each once, in the order in which they were first called by them
   */
  default Set<TracedMethod> callees(String pattern) {
    return callTree().callees(MethodPattern.of(pattern));
  }

  /**
   * Returns which packages called which others, directly. Calls within a package are no edges.
   *
   * @return in the order of their names
   */
  default List<PackageEdge> packageEdges() {
    return callTree().packageEdges();
  }

  /**
   * Returns the methods that ran.
   *
   * @return each once, in the order of name and line
   */
  default List<TracedMethod> methods() {
    return callCounts().stream().map(CallCount::method).sorted().toList();
  }

  /**
   * Finds what was probably meant by a pattern that matches nothing.
   *
   * @param pattern as in {@code Repository.sav}
   * @return the nearest pattern, in the same form, that matches something, as in {@code
   *     Repository.save}; empty if nothing that ran has a name like it
   */
  default Optional<String> nearest(String pattern) {
    return NearestMethod.to(MethodPattern.of(pattern), methods());
  }

  /**
   * Says why nothing that a pattern names could have been recorded, whatever ran: so that nobody
   * takes it for proof that it did not run.
   *
   * @param pattern names methods
   * @return one line, with what to add to the request, if all of it lies outside of what was
   *     traced; empty if not, or if that is not known, as in a file
   * @throws IllegalArgumentException if it is the name of a class or package that was to be traced
   */
  default Optional<String> notTraced(String pattern) {
    return Optional.empty();
  }

  /**
   * Says why there may have been calls that are not in this trace, or could never have been, so
   * that their absence means nothing.
   *
   * @param pattern what is asked for, as in {@link #calls}
   * @param part {@link RecordedPart#CALL_COUNTS} if it is counted, {@link RecordedPart#CALLS} if
   *     its place in the trace matters
   * @return why; empty if all that was traced is there, and a method of that name may exist
   */
  default Optional<String> mayLack(String pattern, RecordedPart part) {
    return Optional.empty();
  }

  /**
   * Says why this trace is no measure for others: calls may be missing, and it can't be said whose.
   * What the request left out on purpose, by {@code maxDepth}, {@code include} or {@code exclude},
   * is not missing, and neither are calls of the code that began to record.
   *
   * @return why, and what to change; empty if all that was to be traced is there
   */
  default Optional<String> incomplete() {
    return Optional.empty();
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
