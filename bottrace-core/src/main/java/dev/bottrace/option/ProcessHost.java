package dev.bottrace.option;

/**
 * What a process lends to a program that it becomes: a place for notices, and its end. The library
 * itself writes to no standard stream and ends no JVM.
 */
public interface ProcessHost {
  /**
   * Shows commentary to the user.
   *
   * @param line one line or several, without the last line's end
   */
  void notice(String line);

  /**
   * Ends the JVM at once, without running shutdown hooks.
   *
   * @param exitCode its exit code
   */
  void halt(int exitCode);
}
