package dev.bottrace.trace;

/**
 * Where a task was handed over that somebody else runs: to an executor, a timer, a thread, or a
 * stage of a {@code CompletableFuture}. Immutable.
 *
 * @param method the innermost traced method that was running then
 * @param line where in its file the task was handed over; that of the method if it is not known
 * @param thread where it was running
 * @param call the innermost traced call of that thread then, as the number that it has among all
 *     calls of its trace, from 0; -1 if it is not in the trace
 */
public record TaskOrigin(TracedMethod method, int line, TracedThread thread, long call) {
  /**
   * Says where the task was handed over.
   *
   * @return file, colon, line, as in {@code com/acme/App.java:33}
   */
  public String location() {
    return method.file() + ':' + line;
  }

  /** Returns method and place, as in {@code App.submit com/acme/App.java:33}. */
  @Override
  public String toString() {
    return method.displayName() + ' ' + location();
  }
}
