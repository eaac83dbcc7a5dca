package dev.bottrace.internal.record;

/**
 * Lets a recording that sees only some threads see another one for as long as that runs a task
 * which one of them handed over.
 */
public interface ThreadLender {
  /**
   * Tells whether the recording is of a block, whose tasks are its own wherever they are run.
   *
   * @return false if it sees all threads
   */
  boolean isOfBlock();

  /**
   * Tells whether the recording sees the current thread.
   *
   * @return whether its calls are recorded
   */
  boolean sees();

  /**
   * Lets the recording see the current thread, or no longer.
   *
   * @param task whether a task of the recording begins, or has ended
   */
  void lend(boolean task);
}
