package dev.bottrace.internal.launch;

import java.io.File;
import org.jspecify.annotations.Nullable;

/** A class loader of a program. */
interface ProgramLoader {
  /** Shows the program. */
  void open(LoadedProgram opened);

  /**
   * Tells whether it gives its classes their probes when it defines them; otherwise the JVM does
   * when they are loaded.
   */
  boolean givesProbes();

  /** Returns the loader itself. */
  ClassLoader classLoader();

  /** Returns the jar that our own classes come from; null if they come from none. */
  @Nullable File ownJar();

  /** Returns a class that the loader has defined or handed out already; null for all others. */
  @Nullable Class<?> loaded(String name);
}
