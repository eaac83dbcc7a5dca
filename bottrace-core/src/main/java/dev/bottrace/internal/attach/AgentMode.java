package dev.bottrace.internal.attach;

import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/**
 * Begins to trace the program of a JVM that was started with an agent and options. What does it
 * comes from a loader of its own: in the application class loader, where the JVM puts agents, the
 * program may have another version of this library.
 */
final class AgentMode {
  private static final String RUNTIME = "dev.bottrace.internal.launch.AgentRuntime";
  private static final String START = "dev.bottrace.cli.AgentStart";

  private AgentMode() {}

  /**
   * Begins.
   *
   * @throws IllegalStateException if that is not possible; the message says why
   */
  static void begin(String options, Instrumentation instrumentation) {
    File jar = ownJar();
    if (jar == null) {
      throw new IllegalStateException("an agent with options has to come from bottrace.jar");
    }
    try {
      ClassLoader loader = loader(jar);
      Class<?> start = Class.forName(START, false, loader);
      Class.forName(RUNTIME, true, loader)
          .getMethod("define", Instrumentation.class)
          .invoke(null, instrumentation);
      start
          .getMethod("begin", String.class, Instrumentation.class)
          .invoke(null, options, instrumentation);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(
          jar + " takes no options as an agent; that of the command line does, bottrace.jar", e);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("the agent can't begin: " + e.getCause(), e.getCause());
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException("the agent can't begin: " + e, e);
    }
  }

  private static ClassLoader loader(File jar) throws IOException {
    return new URLClassLoader(
        "bottrace", new URL[] {jar.toURI().toURL()}, ClassLoader.getPlatformClassLoader());
  }

  private static @Nullable File ownJar() {
    CodeSource source = AgentMode.class.getProtectionDomain().getCodeSource();
    try {
      File file = source == null ? null : new File(source.getLocation().toURI());
      return file != null && file.isFile() ? file : null;
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
  }
}
