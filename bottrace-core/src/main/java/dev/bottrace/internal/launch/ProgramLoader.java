package dev.bottrace.internal.launch;

import java.io.File;
import org.jspecify.annotations.Nullable;

/** A class loader of a program, which gives its classes their probes on the way. */
interface ProgramLoader {
  /** Shows the program. */
  void open(LoadedProgram opened);

  /** Returns the loader itself. */
  ClassLoader classLoader();

  /** Returns the jar that our own classes come from; null if they come from none. */
  @Nullable File ownJar();

  /** Returns a class that the loader has defined or handed out already; null for all others. */
  @Nullable Class<?> loaded(String name);
}
