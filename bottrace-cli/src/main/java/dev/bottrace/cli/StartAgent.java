package dev.bottrace.cli;

import java.lang.instrument.Instrumentation;

/**
 * What the JVM loads for {@code -javaagent:bottrace.jar}. Compiled for Java 8: a build under {@code
 * exec} may start JVMs that are too old, and one that can't load its agent ends.
 */
public final class StartAgent {
  private static final int OLDEST = 17;

  private StartAgent() {}

  /**
   * Called by the JVM before the {@code main} of its program.
   *
   * @param options as of {@code bottrace run}, with which the program is traced; null or empty if
   *     it is to record itself
   * @param instrumentation of this JVM
   * @throws ReflectiveOperationException if the jar is not whole
   */
  public static void premain(String options, Instrumentation instrumentation)
      throws ReflectiveOperationException {
    String version = System.getProperty("java.specification.version", "");
    if (isOld(version)) {
      System.err.println(
          "bottrace: the agent leaves this JVM alone: it runs Java "
              + version
              + "; bottrace needs "
              + OLDEST
              + " or newer");
      return;
    }
    Class.forName("dev.bottrace.cli.ProgramAgent")
        .getMethod("begin", String.class, Instrumentation.class)
        .invoke(null, options, instrumentation);
  }

  /** Up to 8, versions begin with {@code 1.}; what can't be read is taken for a newer form. */
  static boolean isOld(String version) {
    try {
      return version.startsWith("1.") || Integer.parseInt(version) < OLDEST;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
