package dev.bottrace.internal.attach;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * What {@code -javaagent} and attaching call: keeps the {@link Instrumentation} for recordings, and
 * before JDK 19 the names of parameters, which the JVM would lose.
 */
public final class HostAgent {
  private static final String NO_OPTIONS =
      "bottrace-core.jar takes no options as an agent; bottrace.jar, that of the command line, does";

  /** As of the command line. */
  private static final int FAILED = 125;

  /** Static, as the JVM knows no other way to hand it over. */
  private static volatile @Nullable Instrumentation given;

  private static volatile @Nullable NameKeeper keeper;

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
    if (Runtime.version().feature() < 19) {
      NameKeeper names = new NameKeeper();
      instrumentation.addTransformer(names, true);
      keeper = names;
    }
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

  /** Tells whether a class keeps the names of its parameters when it is changed. */
  static boolean keepsNames(Class<?> type) {
    NameKeeper names = keeper;
    return names != null && names.has(type);
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
