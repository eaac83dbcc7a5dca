package dev.bottrace.cli;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A JVM that runs already. The only class that knows the JDK's module for attaching, which a JRE
 * may lack.
 */
final class TargetJvm {
  private static final int OLDEST = 17;
  private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));
  private static final String OURS = "dev.bottrace.cli.Main";

  private final long process;

  private TargetJvm(long process) {
    this.process = process;
  }

  /**
   * Looks whether a process is a JVM that can be attached to. A process that is none would not
   * survive the signal that JVMs are asked by, and one that does not find our files would get more
   * and more of them, and print its threads each time.
   *
   * @param process its number
   * @param jar with the agent
   */
  static TargetJvm of(long process, Path jar) throws UsageException {
    TargetJvm target = new TargetJvm(process);
    Optional<ProcessHandle> handle = ProcessHandle.of(process);
    if (handle.isEmpty() || !handle.get().isAlive()) {
      throw target.gone();
    }
    if (process == ProcessHandle.current().pid()) {
      throw target.refused("is this bottrace");
    }
    String foreign = foreign(handle.get().info().user(), ProcessHandle.current().info().user());
    if (foreign != null) {
      throw target.refused(foreign);
    }
    boolean listed =
        VirtualMachine.list().stream().anyMatch(vm -> vm.id().equals(Long.toString(process)));
    SignalledProcess signalled = new SignalledProcess(process);
    if (!listed && !signalled.isJvm()) {
      throw target.ended("is no JVM, or none that can be attached to");
    }
    for (Path needed : List.of(TEMPORARY, jar)) {
      if (!signalled.sees(needed)) {
        throw target.ended(
            "does not see "
                + needed
                + " as bottrace does: it may be in a container; attach from within");
      }
    }
    if (!signalled.awaitsSignal()) {
      throw target.ended("does not let anybody attach");
    }
    return target;
  }

  /** Says whose a process is; null if it is the user's own, or that is not known. */
  static @Nullable String foreign(Optional<String> owner, Optional<String> user) {
    return owner.isEmpty() || user.isEmpty() || owner.equals(user)
        ? null
        : "belongs to " + owner.get() + "; attach to your own processes only";
  }

  private UsageException refused(String reason) {
    return new UsageException("process " + process + " " + reason);
  }

  private UsageException gone() {
    return new UsageException("there is no process " + process);
  }

  /** Says why it does not go on, once it has begun to. */
  UsageException ended(String otherwise) {
    return isAlive() ? refused(otherwise) : refused("has ended");
  }

  boolean isAlive() {
    return ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false);
  }

  /**
   * Loads the agent.
   *
   * @param jar with the agent
   * @param argument for the agent
   */
  void load(Path jar, String argument) throws UsageException {
    try {
      VirtualMachine jvm = VirtualMachine.attach(Long.toString(process));
      try {
        check(jvm.getSystemProperties());
        checkCommand(jvm.getAgentProperties());
        jvm.loadAgent(jar.toString(), argument);
      } finally {
        jvm.detach();
      }
    } catch (AttachNotSupportedException e) {
      throw ended("does not let anybody attach: " + line(e));
    } catch (AgentLoadException | AgentInitializationException e) {
      throw ended("loads no agent: " + line(e));
    } catch (IOException e) {
      throw ended("can't be attached to: " + line(e));
    }
  }

  private void check(Properties properties) throws UsageException {
    String outdated = outdated(properties.getProperty("java.specification.version", ""));
    if (outdated != null) {
      throw refused(outdated);
    }
  }

  /** Says that a version of Java is too old; null if it is not. */
  static @Nullable String outdated(String version) {
    return feature(version) < OLDEST
        ? "runs Java " + version + "; bottrace needs " + OLDEST + " or newer"
        : null;
  }

  /** What the JVM itself knows: to a program that we run, its properties tell another command. */
  private void checkCommand(Properties ofJvm) throws UsageException {
    if (ofJvm.getProperty("sun.java.command", "").startsWith(OURS)) {
      throw refused("is run by bottrace already");
    }
  }

  /** Up to 8, versions begin with {@code 1.}; what can't be read is taken for a newer form. */
  private static int feature(String version) {
    try {
      return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
    } catch (NumberFormatException e) {
      return Integer.MAX_VALUE;
    }
  }

  private static String line(Exception e) {
    String message = String.valueOf(e.getMessage());
    return message.lines().findFirst().orElse(message);
  }
}
