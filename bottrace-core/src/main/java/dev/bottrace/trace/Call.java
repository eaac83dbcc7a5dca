package dev.bottrace.trace;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call of a traced method: a view of a {@link CallTree}, which holds its data. Two views of one
 * call are equal. Ordered as calls begin in the trace. Immutable.
 */
public final class Call implements Comparable<Call> {
  private final CallTree tree;
  private final int number;

  Call(CallTree tree, int number) {
    this.tree = tree;
    this.number = number;
  }

  /**
   * Which method was called.
   *
   * @return the method
   */
  public TracedMethod method() {
    return tree.columns().method(number);
  }

  /**
   * Where it was called.
   *
   * @return the thread
   */
  public TracedThread thread() {
    return tree.columns().thread(number);
  }

  /**
   * Which traced call it was made in.
   *
   * @return the caller, in the same thread unless the tree is {@linkplain CallTree#joined()
   *     joined}; empty for the outermost traced call of a thread
   */
  public Optional<Call> caller() {
    return tree.callOrNone(tree.callerOf(number));
  }

  /**
   * Where the task comes from that begins with it.
   *
   * @return where it was handed over; empty if it was not, or by code that is not traced
   * @throws IllegalStateException if that was not asked for
   */
  public Optional<TaskOrigin> origin() {
    if (!tree.holds(RecordedPart.ORIGINS)) {
      throw RecordedPart.ORIGINS.missing();
    }
    return Optional.ofNullable(tree.columns().origin(number));
  }

  /**
   * Which traced call handed over the task that begins with it, perhaps in another thread.
   *
   * @return that call; empty if there is none, or it is not in the trace
   * @throws IllegalStateException if that was not asked for
   */
  public Optional<Call> handedOverBy() {
    return origin().isPresent()
        ? tree.callOrNone(tree.columns().handedOverBy(number))
        : Optional.empty();
  }

  /**
   * Which traced calls were made in it.
   *
   * @return in the order in which they were made
   */
  public List<Call> callees() {
    return new CallList(tree, tree.calleesOf(number));
  }

  /**
   * How deep it is.
   *
   * @return 1 for a call without a caller
   */
  public int depth() {
    return tree.depthOf(number);
  }

  /**
   * How it ended.
   *
   * @return the outcome; with the value that was returned, if {@code returns()} was asked for
   */
  public Outcome outcome() {
    String thrown = tree.columns().thrown(number);
    if (thrown != null) {
      return new Outcome.Threw(thrown);
    }
    return ended()
        ? new Outcome.Returned(returned(), tree.holds(RecordedPart.RETURNS))
        : new Outcome.NotEnded();
  }

  private @Nullable String returned() {
    CallColumns columns = tree.columns();
    return columns.hasValues() ? tree.valuesOf(columns.end(number)).returned() : null;
  }

  /**
   * Which exception it was left with.
   *
   * @return binary name of its class; empty if the method returned, or had not when the program
   *     ended
   */
  public Optional<String> thrown() {
    return Optional.ofNullable(tree.columns().thrown(number));
  }

  /**
   * Tells whether it ended, by returning or by an exception.
   *
   * @return false if it was still running when the program ended or recording stopped
   */
  public boolean ended() {
    return tree.columns().ended(number);
  }

  /**
   * What it was called with.
   *
   * @return in the order of the parameters; empty if there are none
   * @throws IllegalStateException if arguments were not asked for
   */
  public List<Argument> arguments() {
    if (!tree.holds(RecordedPart.ARGUMENTS)) {
      throw RecordedPart.ARGUMENTS.missing();
    }
    CallColumns columns = tree.columns();
    return columns.hasArguments() ? tree.valuesOf(columns.begin(number)).arguments() : List.of();
  }

  /**
   * Tells whether it had ended when another call began, in any thread.
   *
   * @param other a call of the same trace
   * @return true if all of it stands before the other in the trace
   * @throws IllegalArgumentException if the other is of another trace
   */
  public boolean endedBefore(Call other) {
    checkSameTree(other);
    CallColumns columns = tree.columns();
    return columns.end(number) < columns.begin(other.number);
  }

  /**
   * Tells whether another call was made in it, directly or through others.
   *
   * @param other a call of the same trace
   * @return true if it is around the other; false for itself
   * @throws IllegalArgumentException if the other is of another trace
   */
  public boolean encloses(Call other) {
    checkSameTree(other);
    return tree.encloses(number, other.number);
  }

  private void checkSameTree(Call other) {
    if (other.tree != tree) {
      throw new IllegalArgumentException(other + " is a call of another trace: they have no order");
    }
  }

  /**
   * Compares where calls begin in the trace.
   *
   * @param other a call of the same trace
   * @throws IllegalArgumentException if the other is of another trace
   */
  @Override
  public int compareTo(Call other) {
    checkSameTree(other);
    return Integer.compare(number, other.number);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Call call && call.tree == tree && call.number == number;
  }

  @Override
  public int hashCode() {
    return number;
  }

  /**
   * Returns method and place, the thread unless it is the main one, and the exception if there was
   * one, as in {@code Orders.place com/acme/Orders.java:12 [pool-1] !java.io.IOException}.
   */
  @Override
  public String toString() {
    TracedThread thread = thread();
    String in = thread.main() ? "" : " [" + thread + ']';
    String end =
        ended() ? thrown().map(name -> " !" + name).orElse("") : " !" + TraceEventSink.ENDED;
    return method() + in + end;
  }
}
