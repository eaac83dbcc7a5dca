package dev.bottrace.internal.attach;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * What {@code -javaagent} and attaching call: keeps the {@link Instrumentation} for recordings, and
 * before JDK 19 the names of parameters, which the JVM would lose.
 */
public final class HostAgent {
  /** Static, as the JVM knows no other way to hand it over. */
  private static volatile @Nullable Instrumentation given;

  private static volatile @Nullable NameKeeper keeper;

  private HostAgent() {}

  /**
   * Called by the JVM before the {@code main} of its program.
   *
   * @param arguments options as of {@code bottrace run}, with which the program is traced; none of
   *     a host that records itself
   * @param instrumentation of this JVM
   */
  public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
    if (arguments != null && !arguments.isEmpty()) {
      AgentMode.begin(arguments, instrumentation);
      return;
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
