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
   * Runs the program once more from its start, in a process of its own, and ends this JVM as that
   * one ends. To be called while this one has done nothing yet that could be seen from outside.
   *
   * @param className binary name of the class that is to be left as it is there
   * @param why to be shown before that
   * @return false if that is not possible, with nothing done; else it does not return
   */
  default boolean runAgainWithout(String className, String why) {
    return false;
  }

  /**
   * Ends the JVM at once, without running shutdown hooks.
   *
   * @param exitCode its exit code
   */
  void halt(int exitCode);
}
