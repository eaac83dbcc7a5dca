package dev.bottrace.option;

/** Code of the host that is recorded while it runs. */
@FunctionalInterface
public interface Block {
  /**
   * Runs it.
   *
   * @throws Exception whatever it throws; it becomes part of the trace
   */
  void run() throws Exception;
}
