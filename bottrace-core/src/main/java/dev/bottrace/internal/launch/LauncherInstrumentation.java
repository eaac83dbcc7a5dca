package dev.bottrace.internal.launch;

import dev.bottrace.runtime.LauncherAgent;
import java.io.File;
import java.lang.instrument.Instrumentation;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the {@link Instrumentation} of a JVM that the command line started, when a program needs
 * it: as the {@code java} launcher does for a jar with a {@code Launcher-Agent-Class}, but later,
 * as that takes some ten milliseconds of a start.
 */
final class LauncherInstrumentation implements Supplier<Instrumentation> {
  private final @Nullable File jar;

  /**
   * Makes one.
   *
   * @param jar the command line's, whose manifest names the agent; null if it is in none
   */
  LauncherInstrumentation(@Nullable File jar) {
    this.jar = jar;
  }

  @Override
  public Instrumentation get() {
    Instrumentation given = LauncherAgent.take();
    if (given == null && jar != null && JdkInternals.loadLauncherAgent(jar.getPath())) {
      given = LauncherAgent.take();
    }
    if (given == null) {
      throw new IllegalStateException(
          jar == null
              ? "bottrace does not run from its jar"
              : "this JVM has no module java.instrument, or does not let " + jar + " use it");
    }
    return given;
  }
}
