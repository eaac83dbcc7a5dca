package dev.bottrace.cli;

import dev.bottrace.option.ProcessHost;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Tells a client what its agent has to say, and the agent when it is over. Threads of the program
 * only leave a line here: an interrupt of one of them would close the connection, and a client that
 * does not listen would hold it up.
 */
final class AgentVoice implements ProcessHost {
  /** Lines that wait at most; more are dropped. */
  private static final int MOST = 1000;

  private final DataOutputStream out;
  private final Queue<String> lines = new ArrayDeque<>();
  private boolean over;

  AgentVoice(SocketChannel client) {
    this.out = new DataOutputStream(Channels.newOutputStream(client));
  }

  @Override
  public synchronized void notice(String line) {
    if (lines.size() < MOST) {
      lines.add(line);
      notifyAll();
    }
  }

  @Override
  public void halt(int exitCode) {
    throw new IllegalStateException("the program is not ours to end");
  }

  /** Nothing more will come. */
  synchronized void over() {
    over = true;
    notifyAll();
  }

  /** Says what there is to say, until it is over. For one thread of ours, as all that follows. */
  void speakUntilOver() {
    for (String line = next(); line != null; line = next()) {
      say(AttachMessage.NOTICE, line);
    }
  }

  /** Says what is left. */
  void speak() {
    over();
    speakUntilOver();
  }

  private synchronized @Nullable String next() {
    while (lines.isEmpty() && !over) {
      try {
        wait();
      } catch (InterruptedException e) {
        // nobody has reason to interrupt a thread of ours
      }
    }
    return lines.poll();
  }

  void say(int kind, String text) {
    try {
      out.writeByte(kind);
      out.writeUTF(AttachMessage.fitting(text));
      out.flush();
    } catch (IOException e) {
      over(); // the client has gone
    }
  }
}
