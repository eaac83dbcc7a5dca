package dev.bottrace.cli;

import dev.bottrace.option.ProcessHost;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the arguments of {@code bottrace exec} mean.
 *
 * @param options of the agent, escaped
 * @param command to be run; empty if only help is wanted
 */
record ExecCommand(List<String> options, List<String> command) {
  private static final String VARIABLE = "JAVA_TOOL_OPTIONS";

  boolean wantsHelp() {
    return command.isEmpty();
  }

  /**
   * Runs the command, which has the streams of this process, and says which JVMs were traced.
   *
   * @param jar with the agent
   * @return the exit code
   */
  int execute(Path jar, ProcessHost host) throws IOException, InterruptedException {
    Path report = Files.createTempFile("bottrace", ".tsv");
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    String given = builder.environment().getOrDefault(VARIABLE, "");
    String ours = quoted("-javaagent:" + jar.toAbsolutePath() + "=" + agentOptions(report));
    builder.environment().put(VARIABLE, given.isBlank() ? ours : given + " " + ours);
    return run(builder, report, host);
  }

  private int run(ProcessBuilder builder, Path report, ProcessHost host)
      throws IOException, InterruptedException {
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      Files.deleteIfExists(report);
      return notStarted(host);
    }
    Thread last = new Thread(() -> end(process, report, host), "bottrace-exec");
    Runtime.getRuntime().addShutdownHook(last);
    int exitCode = process.waitFor();
    if (isTaken(last)) {
      tell(report, host);
    }
    return exitCode;
  }

  /**
   * Takes a hook out; returns false if this process is being ended, and the hook has run or will.
   */
  private static boolean isTaken(Thread hook) {
    try {
      return Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return false;
    }
  }

  /** A signal that ends this process may be one to it alone: the command is ended with it. */
  private static void end(Process process, Path report, ProcessHost host) {
    process.destroy();
    try {
      process.waitFor();
      tell(report, host);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      host.notice("bottrace: error: cannot read " + e.getMessage());
    }
  }

  private int notStarted(ProcessHost host) {
    String name = command.get(0);
    boolean there = name.indexOf(File.separatorChar) < 0 ? isOnPath(name) : new File(name).exists();
    host.notice(
        "bottrace: error: " + (there ? name + " can't be run" : "there is no command " + name));
    return there ? ExitCode.NOT_RUNNABLE : ExitCode.NOT_FOUND;
  }

  private static boolean isOnPath(String name) {
    for (String directory :
        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      if (new File(directory, name).exists()) {
        return true;
      }
    }
    return false;
  }

  private String agentOptions(Path report) {
    List<String> all = new ArrayList<>(options);
    all.add(AgentOptions.REPORT + "=" + AgentOptions.escaped(report.toString()));
    return String.join(",", all);
  }

  /** As the JVM reads the variable: options are parted by spaces, unless they are in quotes. */
  private static String quoted(String option) {
    return '"' + option.replace("\"", "\"'\"'\"") + '"';
  }

  private static void tell(Path report, ProcessHost host) throws IOException {
    List<String> lines = Files.readAllLines(report);
    Files.delete(report);
    for (String line : lines) {
      int tab = line.indexOf('\t');
      String program = line.substring(tab + 1);
      host.notice(
          "bottrace: " + line.substring(0, tab) + ": " + (program.isEmpty() ? "?" : program));
    }
    if (lines.isEmpty()) {
      host.notice("bottrace: no JVM was traced: none was started, or none saw JAVA_TOOL_OPTIONS");
    }
  }
}
