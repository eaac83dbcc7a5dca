package dev.bottrace.cli;

import dev.bottrace.option.ProcessHost;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the arguments of {@code bottrace attach} mean.
 *
 * @param process number of the process
 * @param options for its agent
 * @param command what is recorded, and where the trace goes
 * @param time how long; null is until somebody ends it
 */
record AttachCommand(
    long process, List<String> options, RunCommand command, @Nullable Duration time) {

  /**
   * Records until it has an end.
   *
   * @param jar with the agent
   * @return the exit code
   */
  int execute(Path jar, OutputStream stdout, ProcessHost host) throws UsageException, IOException {
    TargetJvm target = target(jar);
    RunOutput output = command.output();
    command.warn(host);
    try (RunSinks sinks = new RunSinks(output, command.requested().options(), stdout, host);
        PrintOutput out =
            output.out() == null ? PrintOutput.stdout(stdout) : PrintOutput.file(output.out());
        AttachConnection connection = connect(target, jar, host)) {
      AttachSession session = new AttachSession(process, connection, host);
      return session.record(sinks.to(out), time);
    }
  }

  private AttachConnection connect(TargetJvm target, Path jar, ProcessHost host)
      throws UsageException, IOException {
    AttachWait wait = AttachWait.begin(process, host, time);
    try {
      return AttachConnection.open(target, jar, options);
    } finally {
      wait.end();
    }
  }

  private TargetJvm target(Path jar) throws UsageException {
    try {
      return TargetJvm.of(process, jar);
    } catch (NoClassDefFoundError e) {
      throw new UsageException(
          "attaching needs the module jdk.attach, which this Java does not have; use that of a JDK");
    }
  }
}
