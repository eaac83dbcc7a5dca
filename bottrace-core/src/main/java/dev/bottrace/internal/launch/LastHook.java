package dev.bottrace.internal.launch;

import dev.bottrace.internal.record.OwnThread;

/** What is done when the JVM ends, after the shutdown hooks of its program where it can be. */
public final class LastHook {
  private LastHook() {}

  /**
   * Adds it, for good. At most one such place is left for all of ours in a JVM: who comes second
   * has a hook like any other.
   *
   * @param end what to do
   * @throws IllegalStateException if the JVM ends already
   */
  public static void add(Runnable end) {
    if (!JdkInternals.afterShutdownHooks(end)) {
      Runtime.getRuntime().addShutdownHook(new OwnThread(null, end, "bottrace-end"));
    }
  }
}
