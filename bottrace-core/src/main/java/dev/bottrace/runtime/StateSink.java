package dev.bottrace.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Receives the probe calls of places whose state is captured. Safe for use by any number of
 * threads. No method throws, but for a {@link StackOverflowError} of a thread that has no stack
 * left.
 */
public interface StateSink {
  /**
   * Tells whether the state at a place is wanted. Costs next to nothing while it is not.
   *
   * @param site id of the place that execution has come to
   * @return whether {@link #fires} is to be called, or, where there are no conditions, {@link
   *     #capture}
   */
  boolean reached(int site);

  /**
   * Counts that execution has come to a place whose conditions the instrumented code has found not
   * to hold.
   *
   * @param site id of the place
   * @return false if that is not to be relied on, nothing was counted, and {@link #fires} is to be
   *     called
   */
  boolean passed(int site);

  /**
   * Evaluates the conditions of a place.
   *
   * @param site id of the place that execution has come to
   * @param declaring the class that the place is in; null if that is not known
   * @param values of the variables that the conditions need, boxed where they are primitive
   * @return whether {@link #capture} is to be called
   */
  boolean fires(int site, @Nullable Class<?> declaring, @Nullable Object[] values);

  /**
   * Takes the state at a place.
   *
   * @param site its id
   * @param declaring the class that the place is in; null if that is not known
   * @param values of its variables, boxed where they are primitive
   */
  void capture(int site, @Nullable Class<?> declaring, @Nullable Object[] values);

  /**
   * A method begins that has such a place.
   *
   * @param counter id of its count
   */
  void entered(int counter);
}
