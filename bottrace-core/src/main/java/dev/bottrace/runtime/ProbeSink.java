package dev.bottrace.runtime;

import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * Receives the probe calls of one traced program.
 *
 * <p>Safe for use by any number of threads. No method throws, but for a {@link StackOverflowError}
 * of a thread that has no stack left, and an {@link Error} by which {@link #programExits} ends the
 * calling thread.
 */
public interface ProbeSink {
  /**
   * Returns where the call of a method by the current thread goes, and its return.
   *
   * @param method its id
   * @return the same object for all calls of one thread that are of interest to the same recording
   */
  ThreadSink current(int method);

  /**
   * Counts one call, in a program whose calls are counted and not otherwise recorded.
   *
   * @param method id of the called method
   */
  void count(int method);

  /**
   * Tells whether a call of code that is not traced is of interest.
   *
   * @param site its id
   * @param receiver the class of the object whose method is called; null if the call alone says
   *     which method that is
   * @param depth number of traced calls that are open in this thread
   * @return false if nobody wants it, or the object's method is traced itself
   */
  boolean crosses(int site, @Nullable Class<?> receiver, int depth);

  /**
   * Tells whether calls are no longer of interest. Asked for once.
   *
   * @return a handle that takes nothing, and returns a {@code boolean}: false, and once true for
   *     good, in a way that lets the JIT compiler take it for a constant; null if that never
   *     happens
   */
  @Nullable MethodHandle over();

  /**
   * Returns where calls go that are not of interest.
   *
   * @return the same object each time, which does nothing
   */
  ThreadSink nobody();

  /**
   * Returns where the state of the program goes.
   *
   * @return the same object each time
   */
  StateSink state();

  /**
   * Called before {@link Runtime#halt}, which runs no shutdown hook: writes what was recorded.
   *
   * @param status the exit code that the program asks for
   * @return the exit code to end with
   */
  int programHalts(int status);

  /**
   * Called in place of {@link System#exit} by a program whose JVM has other work to do. Does not
   * return normally.
   *
   * @param status the exit code that the program asks for
   */
  void programExits(int status);
}
