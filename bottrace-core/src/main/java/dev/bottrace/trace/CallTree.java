package dev.bottrace.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who called whom: all calls of a trace, each with its caller and its callees. What one look at the
 * events can answer (counts, the calls of a method, ends of paths) is answered by that; for the
 * rest, such as the caller of a {@link Call}, an index is made when it is first needed, of about
 * three bytes an event. Lists are views: {@link Call}s are made as they are asked for. Immutable,
 * and safe for use by any number of threads.
 *
 * <p>Questions about a recording that is read from a file throw an {@link UncheckedIOException} if
 * it can't be read.
 */
public final class CallTree {
  private static final int MOST_LINES = 10_000;

  private final TraceRecording recording;
  private volatile @Nullable CallColumns columns;

  private CallTree(TraceRecording recording) {
    this.recording = recording;
  }

  /**
   * Makes the tree of a recording.
   *
   * @param recording its events
   * @return the tree
   * @throws IllegalStateException if calls were not asked for
   */
  public static CallTree of(TraceRecording recording) {
    RecordedPart.CALLS.requireIn(recording);
    return new CallTree(recording);
  }

  /** Returns the index; made once, by whoever needs it first. */
  CallColumns columns() {
    CallColumns made = columns;
    return made == null ? make() : made;
  }

  private synchronized CallColumns make() {
    CallColumns made = columns;
    if (made == null) {
      made = CallColumns.of(recording);
      columns = made;
    }
    return made;
  }

  /** Tells whether the index was needed yet. */
  boolean hasIndex() {
    return columns != null;
  }

  /**
   * Returns how many calls there are.
   *
   * @return their number
   */
  public int size() {
    return columns().size();
  }

  /**
   * Returns all calls.
   *
   * @return in the order of the trace
   */
  public List<Call> calls() {
    int size = size();
    return new AbstractList<>() {
      @Override
      public Call get(int index) {
        return call(Objects.checkIndex(index, size));
      }

      @Override
      public int size() {
        return size;
      }
    };
  }

  Call call(int number) {
    return new Call(this, number);
  }

  /**
   * Returns the calls of one method, or of several.
   *
   * @param pattern names them
   * @return in the order of the trace
   */
  public List<Call> calls(MethodPattern pattern) {
    return calls(CallPath.of(pattern));
  }

  /**
   * Returns the calls of one method, or of several.
   *
   * @param pattern as {@link MethodPattern} has it
   * @return in the order of the trace
   * @throws IllegalArgumentException if it is no pattern
   */
  public List<Call> calls(String pattern) {
    return calls(MethodPattern.of(pattern));
  }

  /**
   * Returns the calls that a path leads to: those of its last step.
   *
   * @param path leads to them
   * @return each once, in the order of the trace
   */
  public List<Call> calls(CallPath path) {
    return new CallList(this, PathPass.all(recording, path));
  }

  /**
   * Returns the ways on which a path leads to calls.
   *
   * @param path leads to them
   * @return a list for each of {@link #calls(CallPath)}, with one call for each step; where there
   *     are several for a step, the one that is nearest to the next step
   */
  public List<List<Call>> paths(CallPath path) {
    return new PathList(this, path, PathPass.all(recording, path));
  }

  /**
   * Counts the calls that a path leads to.
   *
   * @param path leads to them
   * @return how many
   */
  public long count(CallPath path) {
    return PathPass.count(recording, path);
  }

  /**
   * Counts the calls of one method, or of several.
   *
   * @param pattern names them
   * @return how many
   */
  public long count(MethodPattern pattern) {
    return count(CallPath.of(pattern));
  }

  /**
   * Returns the first call that a path leads to. Looks no further than that.
   *
   * @param path leads to it
   * @return the call; empty if there is none
   */
  public Optional<Call> first(CallPath path) {
    return callOrNone(PathPass.first(recording, path));
  }

  /**
   * Returns the first call of one method, or of several. Looks no further than that.
   *
   * @param pattern names them
   * @return the call; empty if there is none
   */
  public Optional<Call> first(MethodPattern pattern) {
    return first(CallPath.of(pattern));
  }

  /**
   * Returns the last call that a path leads to.
   *
   * @param path leads to it
   * @return the call; empty if there is none
   */
  public Optional<Call> last(CallPath path) {
    return callOrNone(PathPass.last(recording, path));
  }

  /**
   * Returns the last call of one method, or of several.
   *
   * @param pattern names them
   * @return the call; empty if there is none
   */
  public Optional<Call> last(MethodPattern pattern) {
    return last(CallPath.of(pattern));
  }

  private Optional<Call> callOrNone(int number) {
    return number < 0 ? Optional.empty() : Optional.of(call(number));
  }

  /**
   * Returns who called methods directly.
   *
   * @param pattern names the called methods
   * @return the callers, each once, in the order of their first such call
   */
  public Set<TracedMethod> callers(MethodPattern pattern) {
    return RelatedPass.callers(recording, pattern);
  }

  /**
   * Returns whom methods called directly.
   *
   * @param pattern names the calling methods
   * @return the callees, each once, in the order in which they were first called by them
   */
  public Set<TracedMethod> callees(MethodPattern pattern) {
    return RelatedPass.callees(recording, pattern);
  }

  /**
   * Returns which packages called which others, directly. Calls within a package are no edges.
   *
   * @return in the order of their names
   */
  public List<PackageEdge> packageEdges() {
    return EdgePass.of(this, recording);
  }

  /**
   * Returns the calls that no traced call made: the outermost ones of each thread.
   *
   * @return in the order of the trace
   */
  public List<Call> roots() {
    return new CallList(this, columns().roots());
  }

  /**
   * Returns how often each method was called.
   *
   * @return most called first, ties in the order of name and line
   */
  public List<CallCount> callCounts() {
    return CountPass.of(recording);
  }

  EventValues valuesOf(long event) {
    try {
      return recording.valuesOf(event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean holds(RecordedPart part) {
    return recording.holds(part);
  }

  /** Returns a line for each of the first 10,000 calls, indented by its depth. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    int size = size();
    for (int number = 0; number < Math.min(size, MOST_LINES); number++) {
      Call call = call(number);
      text.append("  ".repeat(call.depth() - 1)).append(call).append('\n');
    }
    return size <= MOST_LINES
        ? text.toString()
        : text.append("... ").append(size - MOST_LINES).append(" more calls\n").toString();
  }
}
