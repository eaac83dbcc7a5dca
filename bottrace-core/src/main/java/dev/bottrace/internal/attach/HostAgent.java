package dev.bottrace.internal.attach;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * What {@code -javaagent} and attaching call: keeps the {@link Instrumentation} for recordings, and
 * does nothing else.
 */
public final class HostAgent {
  /** Static, as the JVM knows no other way to hand it over. */
  private static volatile @Nullable Instrumentation given;

  private HostAgent() {}

  /**
   * Called by the JVM before the host's {@code main}.
   *
   * @param arguments none are known
   * @param instrumentation of this JVM
   */
  public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
    given = instrumentation;
  }

  /**
   * Called by the JVM when it is attached to.
   *
   * @param arguments none are known
   * @param instrumentation of this JVM
   */
  public static void agentmain(@Nullable String arguments, Instrumentation instrumentation) {
    given = instrumentation;
  }

  /**
   * Returns what the JVM has handed over; public, as a copy of this class in another loader may
   * ask.
   *
   * @return null if there was no agent
   */
  public static @Nullable Instrumentation instrumentation() {
    return given;
  }
}
