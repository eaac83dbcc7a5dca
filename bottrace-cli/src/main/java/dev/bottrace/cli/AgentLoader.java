package dev.bottrace.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.instrument.Instrumentation;
import java.net.URL;
import java.util.Enumeration;

/**
 * Where the classes of an agent come from: a loader of its own, since the program may have another
 * version of this library where the JVM puts agents. What probes call is in the boot loader, where
 * the classes of all loaders see it.
 */
final class AgentLoader {
  private static final String RUNTIME = "dev.bottrace.internal.launch.AgentRuntime";
  private static final String SINK = "dev.bottrace.runtime.ProgramSink";
  private static final String PROBES = "dev/bottrace/runtime/Probes.class";

  private AgentLoader() {}

  /** Returns the agent's jar. */
  static URL jar() {
    return AgentLoader.class.getProtectionDomain().getCodeSource().getLocation();
  }

  /** Makes the loader, and puts into the boot loader what probes call. */
  static ClassLoader make(URL jar, Instrumentation instrumentation)
      throws ReflectiveOperationException {
    ClassLoader made = open(jar);
    Class.forName(RUNTIME, true, made)
        .getMethod("define", Instrumentation.class)
        .invoke(null, instrumentation);
    return made;
  }

  private static ClassLoader open(URL jar) {
    try {
      return new AgentClasses(jar, AgentLoader.class.getProtectionDomain());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells whether the boot loader has probes; the loader of this class may have its own. */
  static boolean isTraced() {
    try {
      Class.forName(SINK, false, null);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /**
   * Tells whether the program has this library. Then it records itself, or will, and probes in the
   * boot loader would be in its way.
   */
  static boolean programHasOurs(URL jar) throws IOException {
    Enumeration<URL> all = ClassLoader.getSystemResources(PROBES);
    while (all.hasMoreElements()) {
      if (!all.nextElement().toString().startsWith("jar:" + jar + "!/")) {
        return true;
      }
    }
    return false;
  }
}
