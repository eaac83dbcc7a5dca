package dev.bottrace.runtime;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * Is handed the {@link Instrumentation} of a JVM that runs one program, through the manifest's
 * {@code Launcher-Agent-Class}. Here, as the JVM looks for it through the system class loader,
 * where a program sees nothing else of ours.
 */
@SuppressWarnings("exports") // called by the JVM, and by us
public final class LauncherAgent {
  /** Static, as the JVM knows no other way to hand it over. */
  private static @Nullable Instrumentation given;

  private LauncherAgent() {}

  /**
   * Called by the JVM.
   *
   * @param arguments none are known
   * @param instrumentation of this JVM
   */
  public static synchronized void agentmain(
      @Nullable String arguments, Instrumentation instrumentation) {
    given = instrumentation;
  }

  /**
   * Returns what the JVM has handed over, and keeps it no longer.
   *
   * @return null if nothing was, or it was taken already
   */
  public static synchronized @Nullable Instrumentation take() {
    Instrumentation taken = given;
    given = null;
    return taken;
  }
}
