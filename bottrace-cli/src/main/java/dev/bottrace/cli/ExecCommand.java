package dev.bottrace.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the options of {@code bottrace exec} mean. The launcher runs the command, as a child of a
 * JVM has neither the open files nor the signals and limits of who called us.
 *
 * @param options of the agent, escaped; empty if only help is wanted
 */
record ExecCommand(List<String> options) {
  boolean wantsHelp() {
    return options.isEmpty();
  }

  /**
   * Makes the list to which the JVMs of a command add their names.
   *
   * @param jar with the agent
   * @return for the launcher: a line {@code plan}, one with the path of the list, and what the
   *     variable JAVA_TOOL_OPTIONS is to say
   */
  byte[] plan(Path jar) throws IOException {
    Path report = Files.createTempFile("bottrace", ".tsv");
    String agent = quoted("-javaagent:" + jar.toAbsolutePath() + "=" + agentOptions(report));
    return ("plan\n" + report + "\n" + agent + "\n").getBytes(ofPaths());
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

  /** That of arguments, too; the one of text may be another. */
  private static Charset ofPaths() {
    return Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
  }
}
