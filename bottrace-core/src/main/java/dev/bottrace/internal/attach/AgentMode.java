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
  private static final String OURS = "dev.bottrace.";
  private static final String PROBES = "dev.bottrace.runtime.Probes";

  /** As of the command line. */
  private static final int FAILED = 125;

  private AgentMode() {}

  /**
   * Begins, or says why not. An agent that is not needed leaves the program to what traces it; one
   * that can't do what it was asked ends the JVM.
   */
  static void begin(String options, Instrumentation instrumentation) {
    File jar = ownJar();
    if (jar == null) {
      fail("one with options has to come from bottrace.jar");
    } else if (isOwnCommand(jar)) {
      say("bottrace: the agent leaves this JVM alone: bottrace itself runs in it");
    } else if (isTraced()) {
      say("bottrace: the agent leaves this JVM alone: another one of bottrace traces its program");
    } else {
      start(jar, options, instrumentation);
    }
  }

  private static void start(File jar, String options, Instrumentation instrumentation) {
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
      fail(jar + " takes no options; bottrace.jar, that of the command line, does");
    } catch (InvocationTargetException e) {
      fail("it can't begin: " + e.getCause());
    } catch (IOException | ReflectiveOperationException e) {
      fail("it can't begin: " + e);
    }
  }

  /** Tells whether this is a JVM of the command line, which starts a class of ours or our jar. */
  private static boolean isOwnCommand(File jar) {
    String command = System.getProperty("sun.java.command", "");
    String classPath = System.getProperty("java.class.path", "");
    String first = classPath.split(File.pathSeparator, 2)[0];
    return command.startsWith(OURS)
        || (command.startsWith(first) && new File(first).getAbsoluteFile().equals(jar));
  }

  /** The loader of this class must not look for it: it would load another one, of its own. */
  private static boolean isTraced() {
    try {
      Class.forName(PROBES, false, null);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static void fail(String message) {
    say("bottrace: error: agent: " + message);
    Runtime.getRuntime().halt(FAILED);
  }

  /** The program has not begun, and can't have replaced the stream. */
  private static void say(String line) {
    System.err.println(line);
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
