package dev.bottrace.internal.instrument;

import org.jspecify.annotations.Nullable;

/** What one of several recordings wants of the classes that they share. */
public interface Wish {
  /**
   * Tells whether a class is in scope, and notes that it was met.
   *
   * @param internalName its name with slashes
   * @param sourcePath its package's path and source file; null if unknown
   * @param own whether it is the program's own code, as opposed to a library's
   * @return whether its methods are to get probes
   */
  boolean accepts(String internalName, @Nullable String sourcePath, boolean own);

  /**
   * Tells whether the bodies of lambda expressions are of interest.
   *
   * @return false if they are not
   */
  boolean lambdas();

  /**
   * Returns which probes methods need.
   *
   * @return the least that do
   */
  Probing probing();

  /**
   * Returns which values probes take.
   *
   * @return the least that do
   */
  ValueProbes values();

  /**
   * Returns what puts this recording's breakpoints into classes.
   *
   * @return an instrumenter that does nothing else; null if there are none
   */
  @Nullable ClassInstrumenter breakpoints();

  /**
   * Returns which calls of code that is not traced are of interest.
   *
   * @return what tells; null if none are
   */
  @Nullable Border border();

  /**
   * A method or a call that is of interest gets its probes.
   *
   * @param method its id
   */
  void observes(int method);

  /**
   * Something could not be instrumented.
   *
   * @param internalName the class
   * @param reason one line
   */
  void warning(String internalName, String reason);
}
