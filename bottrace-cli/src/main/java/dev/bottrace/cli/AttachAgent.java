package dev.bottrace.cli;

import dev.bottrace.internal.attach.HostAgent;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.net.StandardProtocolFamily;
import java.net.URL;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * What {@code bottrace attach} loads into a JVM that runs already. What does the work comes from a
 * loader of its own, which stays for the next one to attach, as the probes do.
 *
 * <p>Nothing that goes wrong here may be seen by the program: it is said to the client.
 */
public final class AttachAgent {
  private static final String START = "dev.bottrace.cli.AttachStart";

  /** Static, as the JVM knows no other way to find it again. */
  private static @Nullable ClassLoader loader;

  private AttachAgent() {}

  /**
   * Called by the JVM when somebody attaches.
   *
   * @param socket where the client listens; none if the program is to record itself
   * @param instrumentation of this JVM
   */
  public static void agentmain(@Nullable String socket, Instrumentation instrumentation) {
    if (socket == null || socket.isEmpty()) {
      HostAgent.agentmain(socket, instrumentation);
      return;
    }
    SocketChannel client = null;
    try {
      client = SocketChannel.open(StandardProtocolFamily.UNIX);
      client.connect(UnixDomainSocketAddress.of(socket));
      start(client, socket, instrumentation);
    } catch (Throwable e) { // nobody above may see it
      refuse(client, reason(e));
    }
  }

  private static String reason(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof IllegalStateException && cause.getMessage() != null
        ? cause.getMessage()
        : "the agent can't begin: " + cause;
  }

  private static void refuse(@Nullable SocketChannel client, String reason) {
    if (client != null) {
      try (client) {
        DataOutputStream out = new DataOutputStream(Channels.newOutputStream(client));
        out.writeByte(AttachMessage.REFUSED);
        out.writeUTF(reason);
      } catch (IOException | RuntimeException e) {
        return; // the client has gone, or a security manager keeps us from it
      }
    }
  }

  private static synchronized void start(
      SocketChannel client, String socket, Instrumentation instrumentation)
      throws ReflectiveOperationException, IOException {
    if (loader == null) {
      URL jar = AgentLoader.jar();
      refuseWhereAnotherRecords(jar);
      loader = AgentLoader.make(jar, instrumentation);
    }
    Class.forName(START, true, loader)
        .getMethod("begin", SocketChannel.class, String.class, Instrumentation.class)
        .invoke(null, client, socket, instrumentation);
  }

  private static void refuseWhereAnotherRecords(URL jar) throws IOException {
    if (AgentLoader.isTraced()) {
      throw new IllegalStateException("bottrace traces that program already, from its start");
    }
    if (AgentLoader.programHasOurs(jar)) {
      throw new IllegalStateException(
          "that program has bottrace on its class path, and may record itself");
    }
    if (HostAgent.instrumentation() != null) {
      throw new IllegalStateException(
          "that program was started with bottrace's agent, and may record itself");
    }
  }
}
