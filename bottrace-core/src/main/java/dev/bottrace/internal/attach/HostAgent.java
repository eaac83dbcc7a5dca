package dev.bottrace.internal.attach;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/** What {@code -javaagent} and attaching call: keeps the {@link Instrumentation} for recordings. */
public final class HostAgent {
  private static final String NO_OPTIONS =
      "bottrace-core.jar takes no options as an agent; bottrace.jar, that of the command line, does";

  /** As of the command line. */
  private static final int FAILED = 125;

  /** Static, as the JVM knows no other way to hand it over. */
  private static volatile @Nullable Instrumentation given;

  private HostAgent() {}

  /**
   * Called by the JVM before the {@code main} of its program.
   *
   * @param arguments none are known, and a JVM that is given some ends
   * @param instrumentation of this JVM
   */
  public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
    if (arguments != null && !arguments.isEmpty()) {
      System.err.println("bottrace: error: " + NO_OPTIONS);
      Runtime.getRuntime().halt(FAILED);
    }
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
