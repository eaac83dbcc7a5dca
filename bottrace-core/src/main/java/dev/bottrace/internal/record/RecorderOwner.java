package dev.bottrace.internal.record;

import java.io.IOException;

/** Is told what a recorder can't decide alone. */
public interface RecorderOwner {
  /**
   * The bound on events was reached; nothing more is recorded.
   *
   * @param events the bound
   */
  void limitReached(long events);

  /**
   * Something is to be known while the program runs.
   *
   * @param line for the user
   */
  void notice(String line);

  /** All snapshots that are wanted were taken. Does nothing unless overridden. */
  default void snapshotsTaken() {}

  /**
   * A traced method is left by an error of a class that could not be linked: it may be our change
   * that the JVM does not accept.
   *
   * @param thrown the error
   */
  default void linkageFailed(LinkageError thrown) {}

  /**
   * Events could not be written; nothing more is recorded.
   *
   * @param failure why
   */
  void writeFailed(IOException failure);

  /**
   * The program calls {@link Runtime#halt}; everything recorded so far was written.
   *
   * @param status the exit code that it asks for
   * @return the exit code to end with
   */
  int programHalts(int status);

  /**
   * The program exits, inside a JVM that goes on. Throws what ends the calling thread.
   *
   * @param status the exit code that it asks for
   */
  void programExits(int status);
}
