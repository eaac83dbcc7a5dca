package dev.bottrace.cli;

import dev.bottrace.option.ProcessHost;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.instrument.Instrumentation;

/**
 * Begins to trace the program of a JVM that was started with {@code
 * -javaagent:bottrace.jar=OPTIONS}. Called by the agent, in a loader of its own.
 */
public final class AgentStart {
  private AgentStart() {}

  /**
   * Begins, or ends the JVM with the exit code of the command line where that can't be.
   *
   * @param options as written behind the agent's jar
   * @param instrumentation of this JVM
   */
  public static void begin(String options, Instrumentation instrumentation) {
    ProcessHost host = new ThisProcess();
    try {
      AgentOptions parsed = AgentOptions.parse(options);
      RunCommand command = new RunParser().parseOptions(parsed.arguments());
      command.observe(instrumentation, new FileOutputStream(FileDescriptor.out), host);
      parsed.report(host);
    } catch (UsageException e) {
      fail(host, "agent: " + e.getMessage());
    } catch (IOException e) {
      fail(host, "cannot write " + e.getMessage());
    } catch (RuntimeException | LinkageError e) {
      fail(host, "internal error at the start of the agent; please report it: " + e);
    }
  }

  private static void fail(ProcessHost host, String message) {
    host.notice("bottrace: error: " + message);
    host.halt(ExitCode.FAILED);
  }
}
