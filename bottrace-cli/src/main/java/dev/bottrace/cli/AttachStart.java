package dev.bottrace.cli;

import dev.bottrace.Observation;
import dev.bottrace.compact.CompactTraceWriter;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Records a program for a client that has attached to its JVM, until the client has enough, or has
 * gone. Called by the agent, in a loader of its own.
 */
public final class AttachStart {
  private final SocketChannel client;
  private final AgentVoice voice;

  private AttachStart(SocketChannel client) {
    this.client = client;
    this.voice = new AgentVoice(client);
  }

  /**
   * Begins, in a thread of ours.
   *
   * @param client the connection to the client
   * @param socket where the client waits for the trace
   * @param instrumentation of this JVM
   */
  public static void begin(SocketChannel client, String socket, Instrumentation instrumentation) {
    AttachStart start = new AttachStart(client);
    start("bottrace-attach", () -> start.serve(socket, instrumentation));
  }

  /** Whoever calls this is a thread of the JVM, whose group is out of the program's sight. */
  static void start(String name, Runnable task) {
    Thread thread = new Thread(Thread.currentThread().getThreadGroup(), task, name, 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.start();
  }

  private void serve(String socket, Instrumentation instrumentation) {
    try (client;
        SocketChannel trace = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      RunCommand command = readRequest();
      trace.connect(UnixDomainSocketAddress.of(socket));
      record(command, trace, instrumentation);
    } catch (UsageException | IllegalStateException e) {
      voice.say(AttachMessage.REFUSED, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return; // the client has gone
    } catch (Throwable e) { // the program's handler of uncaught exceptions is not to see it
      voice.say(AttachMessage.REFUSED, "internal error in the agent; please report it: " + e);
    }
  }

  private RunCommand readRequest() throws IOException, UsageException {
    DataInputStream in = new DataInputStream(Channels.newInputStream(client));
    String version = in.readUTF();
    List<String> options = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      options.add(in.readUTF());
    }
    if (!version.equals(Version.current())) {
      throw new UsageException(
          "that JVM has version "
              + Version.current()
              + " of bottrace, from somebody who attached before, and can't have "
              + version
              + " too");
    }
    return new RunParser().parseOptions(options);
  }

  private void record(RunCommand command, SocketChannel to, Instrumentation instrumentation)
      throws IOException {
    Observation observation;
    try (ClientStream trace = ClientStream.to(to)) {
      observation =
          command.attach(instrumentation, new CompactTraceWriter(trace), voice, voice::over);
      try {
        voice.say(AttachMessage.RECORDING, System.getProperty("sun.java.command", ""));
        start("bottrace-client", this::awaitClient);
        voice.speakUntilOver();
        trace.isEnding();
      } finally {
        observation.close();
      }
    }
    voice.speak();
    voice.say(observation.jvmEnds() ? AttachMessage.ENDED : AttachMessage.DETACHED, "");
  }

  /** Returns when the client wants no more, or is no more. */
  private void awaitClient() {
    try {
      ByteBuffer nothing = ByteBuffer.allocate(1); // no stream: its lock is that of writing, too
      while (client.read(nothing.clear()) >= 0) {}
    } catch (IOException e) {
      return; // the same
    } finally {
      voice.over();
    }
  }
}
