package dev.bottrace.trace;

import java.util.List;
import java.util.Optional;

/**
 * One call of a traced method: a view of a {@link CallTree}, which holds its data. Two views of one
 * call are equal. Immutable.
 */
public final class Call {
  private final CallTree tree;
  private final int index;

  Call(CallTree tree, int index) {
    this.tree = tree;
    this.index = index;
  }

  /**
   * Which method was called.
   *
   * @return the method
   */
  public TracedMethod method() {
    return tree.method(index);
  }

  /**
   * Where it was called.
   *
   * @return the thread
   */
  public TracedThread thread() {
    return tree.thread(index);
  }

  /**
   * Which traced call it was made in.
   *
   * @return the caller; empty for the outermost traced call of a thread
   */
  public Optional<Call> caller() {
    return tree.parent(index);
  }

  /**
   * Which traced calls were made in it.
   *
   * @return in the order in which they were made
   */
  public List<Call> callees() {
    return tree.children(index);
  }

  /**
   * How deep it is.
   *
   * @return 1 for the outermost traced call of a thread
   */
  public int depth() {
    int depth = 1;
    for (Optional<Call> caller = caller(); caller.isPresent(); caller = caller.get().caller()) {
      depth++;
    }
    return depth;
  }

  /**
   * Which exception it was left with.
   *
   * @return binary name of its class; empty if the method returned, or had not when the program
   *     ended
   */
  public Optional<String> thrown() {
    return tree.thrown(index).filter(name -> !name.equals(TraceEventSink.ENDED));
  }

  /**
   * Tells whether it ended, by returning or by an exception.
   *
   * @return false if it was still running when the program ended or recording stopped
   */
  public boolean ended() {
    return tree.ended(index);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Call call && call.tree == tree && call.index == index;
  }

  @Override
  public int hashCode() {
    return index;
  }

  /** Returns what the method's {@code toString} returns. */
  @Override
  public String toString() {
    return method().toString();
  }
}
