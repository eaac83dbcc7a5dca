package dev.bottrace.cli;

import dev.bottrace.internal.attach.HostAgent;
import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/**
 * What {@code -javaagent:bottrace.jar} begins with. With options, what does the work comes from a
 * loader of its own; without, the program records itself.
 */
public final class ProgramAgent {
  private static final String START = "dev.bottrace.cli.AgentStart";
  private static final String OURS = "dev.bottrace.";
  private static final String ALONE = "bottrace: the agent leaves this JVM alone: ";

  private ProgramAgent() {}

  /**
   * Begins, before the {@code main} of the JVM's program. An agent that would be in the way of what
   * records the program already leaves it alone, and says so; one that can't begin ends the JVM.
   *
   * @param options as of {@code bottrace run}, with which the program is traced; none if it is to
   *     record itself
   * @param instrumentation of this JVM
   */
  public static void begin(@Nullable String options, Instrumentation instrumentation) {
    if (options == null || options.isEmpty()) {
      HostAgent.premain(options, instrumentation);
      return;
    }
    try {
      URL jar = AgentLoader.jar();
      String instead = whatIsInstead(jar);
      if (instead == null) {
        start(jar, options, instrumentation);
      } else {
        say(ALONE + instead);
      }
    } catch (SecurityException e) {
      say(ALONE + "its security manager keeps bottrace.jar from tracing (" + e.getMessage() + ")");
    } catch (InvocationTargetException e) {
      fail(String.valueOf(e.getCause()));
    } catch (IOException | ReflectiveOperationException | RuntimeException e) {
      fail(e.toString());
    }
  }

  private static void start(URL jar, String options, Instrumentation instrumentation)
      throws ReflectiveOperationException {
    Class.forName(START, true, AgentLoader.make(jar, instrumentation))
        .getMethod("begin", String.class, Instrumentation.class)
        .invoke(null, options, instrumentation);
  }

  /** Returns what would come into our way, or we into its; null if nothing. */
  private static @Nullable String whatIsInstead(URL jar) throws IOException {
    if (isOwnCommand(jar)) {
      return "bottrace itself runs in it";
    }
    if (AgentLoader.isTraced()) {
      return "another one of bottrace traces its program";
    }
    return AgentLoader.programHasOurs(jar)
        ? "its program has bottrace on its class path, and may record itself"
        : null;
  }

  /** Tells whether this is a JVM of the command line, which starts a class of ours or our jar. */
  private static boolean isOwnCommand(URL jar) {
    String command = System.getProperty("sun.java.command", "");
    String classPath = System.getProperty("java.class.path", "");
    String first = classPath.split(File.pathSeparator, 2)[0];
    return command.startsWith(OURS) || (command.startsWith(first) && isFile(first, jar));
  }

  private static boolean isFile(String path, URL jar) {
    try {
      return new File(path).getAbsoluteFile().equals(new File(jar.toURI()));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return false;
    }
  }

  private static void fail(String reason) {
    say("bottrace: error: the agent can't begin: " + reason);
    Runtime.getRuntime().halt(ExitCode.FAILED);
  }

  /** The program has not begun, and can't have replaced the stream. */
  private static void say(String line) {
    System.err.println(line);
  }
}
