package dev.bottrace.internal.launch;

/**
 * A class that the JVM accepts as its compiler made it, but not as we have changed it.
 *
 * @param name its binary name
 * @param reason what the JVM said of it, on one line
 */
record BrokenClass(String name, String reason) {
  /** Says what has happened to the class. */
  String description() {
    return name + " could not be instrumented (" + reason + ")";
  }

  /** Says it where the program has met the error. */
  String notice(String exclude) {
    return description() + "; the error is not the program's own: run it again with " + exclude;
  }
}
