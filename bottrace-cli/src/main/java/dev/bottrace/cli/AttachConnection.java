package dev.bottrace.cli;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UTFDataFormatException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The client's end of what connects it with its agent: sockets in a directory that only the user
 * can enter, gone once both are there.
 */
final class AttachConnection implements Closeable {
  private final String program;
  private final SocketChannel agent;
  private final DataInputStream said;
  private final SocketChannel trace;

  private AttachConnection(
      String program, SocketChannel agent, DataInputStream said, SocketChannel trace) {
    this.program = program;
    this.agent = agent;
    this.said = said;
    this.trace = trace;
  }

  /** Loads the agent, and returns when it records. */
  static AttachConnection open(TargetJvm target, Path jar, List<String> options)
      throws UsageException, IOException {
    Path directory = directory();
    Path socket = directory.resolve("socket");
    directory.toFile().deleteOnExit();
    socket.toFile().deleteOnExit(); // in reverse order
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      bind(server, socket);
      server.configureBlocking(false);
      target.load(jar, socket.toString());
      return begun(target, server, options);
    } finally {
      Files.deleteIfExists(socket);
      Files.deleteIfExists(directory);
    }
  }

  private static void bind(ServerSocketChannel server, Path socket) throws UsageException {
    try {
      server.bind(UnixDomainSocketAddress.of(socket));
    } catch (IOException e) {
      throw new UsageException(
          "cannot make the socket "
              + socket
              + ": "
              + e.getMessage()
              + "; another directory is chosen by -Djava.io.tmpdir=DIR in JDK_JAVA_OPTIONS");
    }
  }

  /** Makes a directory that only the user can enter, as the JDK does where nothing else is said. */
  static Path directory() throws IOException {
    return Files.createTempDirectory("bottrace");
  }

  private static AttachConnection begun(
      TargetJvm target, ServerSocketChannel server, List<String> options)
      throws UsageException, IOException {
    SocketChannel agent = server.accept(); // it has connected while it was loaded
    if (agent == null) {
      throw target.ended(
          "loads the agent, which does not answer: is it in a container, or has it a security manager?");
    }
    boolean begun = false;
    try {
      request(agent, options);
      DataInputStream said = new DataInputStream(Channels.newInputStream(agent));
      String program = program(target, said);
      SocketChannel trace = server.accept(); // it has connected before it said so
      if (trace == null) {
        throw target.ended("sends no trace");
      }
      begun = true;
      return new AttachConnection(program, agent, said, trace);
    } finally {
      if (!begun) {
        agent.close();
      }
    }
  }

  private static void request(SocketChannel agent, List<String> options) throws UsageException {
    try {
      DataOutputStream out = new DataOutputStream(Channels.newOutputStream(agent));
      out.writeUTF(Version.current());
      out.writeInt(options.size());
      for (String option : options) {
        out.writeUTF(option);
      }
      out.flush();
    } catch (UTFDataFormatException e) {
      throw new UsageException("an option is too long: it may have 65535 bytes");
    } catch (IOException e) {
      return; // it says why it does not listen, or has ended
    }
  }

  private static String program(TargetJvm target, DataInputStream said) throws UsageException {
    try {
      int kind = said.readByte();
      String text = said.readUTF();
      if (kind == AttachMessage.RECORDING) {
        return OneLine.of(text);
      }
      throw new UsageException(text);
    } catch (IOException e) {
      throw target.ended("has begun to end, or has no memory left: it does not record");
    }
  }

  /** Returns the command that the process was started with. */
  String program() {
    return program;
  }

  /** Returns the trace; ends when the agent has detached. */
  InputStream trace() {
    return Channels.newInputStream(trace);
  }

  /** Returns what the agent says. */
  DataInputStream said() {
    return said;
  }

  /** Asks the agent to detach. Called by any thread. */
  void end() {
    try {
      agent.shutdownOutput();
    } catch (IOException e) {
      return; // it has gone
    }
  }

  @Override
  public void close() throws IOException {
    agent.close();
    trace.close();
  }
}
