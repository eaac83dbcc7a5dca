package dev.bottrace.assertj;

import org.jspecify.annotations.Nullable;

/**
 * Assertions on what a breakpoint saw, and on the whole trace, to go on with. What is asserted of
 * the snapshots is asserted of each of them; {@link #first()} and {@link #last()} narrow them down.
 */
public final class SnapshotsAssert extends AbstractTraceAssert<SnapshotsAssert> {
  private final TraceAssert trace;
  private final SnapshotSelection snapshots;

  SnapshotsAssert(TraceAssert trace, SnapshotSelection snapshots) {
    super(snapshots.run(), SnapshotsAssert.class);
    this.trace = trace;
    this.snapshots = snapshots;
    as(trace.descriptionText());
  }

  @Override
  TraceAssert whole() {
    return trace;
  }

  /**
   * Asserts how often the breakpoint was reached.
   *
   * @param expected how often, at least 1
   * @return these assertions
   * @throws IllegalArgumentException if less than 1
   */
  public SnapshotsAssert times(int expected) {
    return count(expected, snapshots.snapshots().size() == expected, "");
  }

  /**
   * Asserts that the breakpoint was not reached less often.
   *
   * @param least how often, at least 1
   * @return these assertions
   * @throws IllegalArgumentException if less than 1
   */
  public SnapshotsAssert atLeast(int least) {
    return count(least, snapshots.snapshots().size() >= least, "at least ");
  }

  /**
   * Asserts that the breakpoint was not reached more often.
   *
   * @param most how often, at least 1
   * @return these assertions
   * @throws IllegalArgumentException if less than 1
   */
  public SnapshotsAssert atMost(int most) {
    return count(most, snapshots.snapshots().size() <= most, "at most ");
  }

  private SnapshotsAssert count(int limit, boolean isRight, String bound) {
    if (limit < 1) {
      throw new IllegalArgumentException("no number of snapshots: " + limit);
    }
    if (!isRight) {
      String once =
          bound.equals("at least ") && limit == 1 ? "" : ' ' + bound + Message.count(limit, "time");
      check(snapshots.count(once));
    }
    return this;
  }

  /**
   * Narrows the snapshots down to the first one.
   *
   * @return assertions on that snapshot
   */
  public SnapshotsAssert first() {
    return new SnapshotsAssert(trace, snapshots.only(0, "the first snapshot of"));
  }

  /**
   * Narrows the snapshots down to the last one.
   *
   * @return assertions on that snapshot
   */
  public SnapshotsAssert last() {
    int last = snapshots.snapshots().size() - 1;
    return new SnapshotsAssert(trace, snapshots.only(last, "the last snapshot of"));
  }

  /**
   * Asserts what a variable of the innermost frame held in each snapshot.
   *
   * @param name of the variable; {@code this} for the object
   * @param value compared as traces write it: strings, numbers and other values of the JDK by what
   *     they are, other objects by their fields
   * @return these assertions
   */
  public SnapshotsAssert local(String name, @Nullable Object value) {
    return localLine(name, Notation.ofVariable(value));
  }

  /**
   * Asserts what a variable of the innermost frame held in each snapshot, as traces write it.
   *
   * @param name of the variable; {@code this} for the object
   * @param line as in {@code Order{id=5}}; strings are in double quotes
   * @return these assertions
   */
  public SnapshotsAssert localLine(String name, String line) {
    check(SnapshotFailure.ofLocal(snapshots, name, line));
    return this;
  }

  /**
   * Asserts what a watch expression gave in each snapshot.
   *
   * @param expression as it was given to the request
   * @param value compared as in {@link #local}
   * @return these assertions
   */
  public SnapshotsAssert watch(String expression, @Nullable Object value) {
    return watchLine(expression, Notation.ofVariable(value));
  }

  /**
   * Asserts what a watch expression gave in each snapshot, as traces write it.
   *
   * @param expression as it was given to the request
   * @param line as in {@link #localLine}
   * @return these assertions
   */
  public SnapshotsAssert watchLine(String expression, String line) {
    check(SnapshotFailure.ofWatch(snapshots, expression, line));
    return this;
  }
}
