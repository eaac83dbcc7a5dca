package dev.bottrace.internal.compact;

import dev.bottrace.trace.TracedMethod;

/** What the ids in events stand for. */
public interface EventNames {
  /**
   * Looks up a method.
   *
   * @param id as it stands in a call
   * @return the method, with that id
   */
  TracedMethod method(int id);

  /**
   * Looks up the name of an exception class.
   *
   * @param id as it stands in a return
   * @return its binary name
   */
  String exceptionName(int id);
}
