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
   * @return whether {@link #capture} is to be called
   */
  boolean reached(int site);

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
