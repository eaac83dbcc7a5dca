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

  /** What holds the index: the tree of threads, where this is a joined one; null if it is not. */
  private final @Nullable CallTree ofThreads;

  private volatile @Nullable CallColumns columns;
  private volatile @Nullable JoinedCalls joined;

  private CallTree(TraceRecording recording, @Nullable CallTree ofThreads) {
    this.recording = recording;
    this.ofThreads = ofThreads;
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
    return new CallTree(recording, null);
  }

  /**
   * Returns the same calls as one tree for all threads: calls with which a task begins are called
   * by the call that handed it over. So a call may end before what it calls begins. Questions about
   * paths, callers and callees take an index here, and of a path for a moment 16 bytes a call.
   *
   * @return the joined tree, whose calls are not equal to those of this one; itself if it is one
   * @throws IllegalStateException if {@code async()} was not asked for
   */
  public CallTree joined() {
    RecordedPart.ORIGINS.requireIn(recording);
    return ofThreads != null ? this : new CallTree(recording, this);
  }

  /** Returns the index; made once, by whoever needs it first. */
  CallColumns columns() {
    if (ofThreads != null) {
      return ofThreads.columns();
    }
    CallColumns made = columns;
    return made == null ? make() : made;
  }

  /** Returns what joins the calls of threads; null if nothing does. */
  private @Nullable JoinedCalls joins() {
    if (ofThreads == null) {
      return null;
    }
    JoinedCalls made = joined;
    if (made == null) {
      made = new JoinedCalls(columns()); // should two threads make it, they make the same
      joined = made;
    }
    return made;
  }

  int callerOf(int call) {
    JoinedCalls joins = joins();
    return joins == null ? columns().caller(call) : joins.caller(call);
  }

  int[] calleesOf(int call) {
    JoinedCalls joins = joins();
    return joins == null ? columns().callees(call) : joins.callees(call);
  }

  int depthOf(int call) {
    JoinedCalls joins = joins();
    return joins == null ? columns().depth(call) : joins.depth(call);
  }

  boolean encloses(int call, int other) {
    JoinedCalls joins = joins();
    CallColumns known = columns();
    return joins != null
        ? joins.encloses(call, other)
        : call < other
            && other < known.after(call)
            && known.thread(call).index() == known.thread(other).index();
  }

  private int[] numbers(CallPath path) {
    JoinedCalls joins = joins();
    return joins == null ? PathPass.all(recording, path) : joins.calls(path);
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
    return new CallList(this, numbers(path));
  }

  /**
   * Returns the ways on which a path leads to calls.
   *
   * @param path leads to them
   * @return a list for each of {@link #calls(CallPath)}, with one call for each step; where there
   *     are several for a step, the one that is nearest to the next step
   */
  public List<List<Call>> paths(CallPath path) {
    return new PathList(this, path, numbers(path));
  }

  /**
   * Counts the calls that a path leads to.
   *
   * @param path leads to them
   * @return how many
   */
  public long count(CallPath path) {
    return ofThreads == null ? PathPass.count(recording, path) : numbers(path).length;
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
    if (ofThreads == null) {
      return callOrNone(PathPass.first(recording, path));
    }
    int[] all = numbers(path);
    return all.length == 0 ? Optional.empty() : Optional.of(call(all[0]));
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
    if (ofThreads == null) {
      return callOrNone(PathPass.last(recording, path));
    }
    int[] all = numbers(path);
    return all.length == 0 ? Optional.empty() : Optional.of(call(all[all.length - 1]));
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

  Optional<Call> callOrNone(int number) {
    return number < 0 ? Optional.empty() : Optional.of(call(number));
  }

  /**
   * Returns who called methods directly.
   *
   * @param pattern names the called methods
   * @return the callers, each once, in the order of their first such call
   */
  public Set<TracedMethod> callers(MethodPattern pattern) {
    JoinedCalls joins = joins();
    return joins == null ? RelatedPass.callers(recording, pattern) : joins.callers(pattern);
  }

  /**
   * Returns whom methods called directly.
   *
   * @param pattern names the calling methods
   * @return the callees, each once, in the order in which they were first called by them
   */
  public Set<TracedMethod> callees(MethodPattern pattern) {
    JoinedCalls joins = joins();
    return joins == null ? RelatedPass.callees(recording, pattern) : joins.callees(pattern);
  }

  /**
   * Returns which packages called which others, directly. Calls within a package are no edges.
   *
   * @return in the order of their names
   */
  public List<PackageEdge> packageEdges() {
    JoinedCalls joins = joins();
    return joins == null ? EdgePass.of(this, recording) : joins.packageEdges(this);
  }

  /**
   * Returns the calls that no traced call made: the outermost ones of each thread, or, in a joined
   * tree, those of them that none has handed over.
   *
   * @return in the order of the trace
   */
  public List<Call> roots() {
    JoinedCalls joins = joins();
    return new CallList(this, joins == null ? columns().roots() : joins.roots());
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
