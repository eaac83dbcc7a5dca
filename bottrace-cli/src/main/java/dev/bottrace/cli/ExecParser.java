package dev.bottrace.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ParseResult;

/** Understands the arguments of {@code bottrace exec}. */
final class ExecParser {
  private static final String END = "--";
  private static final String OUT = "bottrace";

  private static final String HELP =
      """
      Runs any command, and traces the JVMs that it starts, each into a file of its own.

      Usage: bottrace exec [options] -- COMMAND [arguments]

      The options are those of bottrace run that say what is recorded; bottrace run --help lists them.
      --out FILE names the files: before its ending, or where it has %n, stands the first number that makes a
      name that is free (%p is the number of the process). Without it they are called bottrace-1.txt and so
      on, in this directory.

      Examples:
        the tests of a build       bottrace exec --calls --include com.acme -- mvn test
        a script that starts Java  bottrace exec --call-counts --out counts.txt -- ./start.sh

      The JVMs get an agent through the variable JAVA_TOOL_OPTIONS, and say so on standard error. At the end
      a line on standard error names each file and its program.
      Exit code: that of COMMAND; 125 for bad options, 126 if COMMAND can't be run, 127 if it is not there.
      """;

  private ExecParser() {}

  static String help() {
    return HELP;
  }

  /**
   * Understands the arguments before {@code --}. A command, behind it, is the launcher's.
   *
   * @param options as on the command line
   */
  static ExecCommand parse(List<String> options) throws UsageException {
    ParseResult result = RunParser.matched(options);
    if (result.hasMatchedOption(RunSpec.HELP)) {
      return new ExecCommand(List.of());
    }
    List<String> checked = new ArrayList<>(options);
    if (!result.hasMatchedOption(RunSpec.OUT)) {
      checked.addAll(List.of(RunSpec.OUT, OUT));
    }
    new RunParser().parseOptions(checked); // what is wrong is said here, and not in each JVM
    return new ExecCommand(agentOptions(result));
  }

  /** Says why there is nothing to run. */
  static UsageException noCommand(List<String> arguments) {
    int end = arguments.indexOf(END);
    return new UsageException(
        end < 0 || end == arguments.size() - 1
            ? "no command; name one: bottrace exec [options] -- COMMAND"
            : "exec is for the launcher, bin/bottrace, which runs COMMAND itself");
  }

  static List<String> options(List<String> arguments) {
    int end = arguments.indexOf(END);
    return end < 0 ? arguments : arguments.subList(0, end);
  }

  private static List<String> agentOptions(ParseResult result) throws UsageException {
    List<String> options = new ArrayList<>();
    for (RunOption option : RunSpec.all()) {
      String name = option.names().get(0);
      if (result.hasMatchedOption(name) && !name.equals(RunSpec.OUT)) {
        for (String value : RunParser.values(result, option, name)) {
          options.add(agentOption(name, value));
        }
      }
    }
    String format = result.matchedOptionValue(RunSpec.FORMAT, "text");
    String out = result.matchedOptionValue(RunSpec.OUT, OUT + TraceFormat.of(format).ending());
    options.add(agentOption(RunSpec.OUT, numbered(out)));
    return options;
  }

  private static String agentOption(String name, String value) {
    String file = name.equals(RunSpec.JSON_OUT) ? numbered(value) : value;
    String bare = name.substring(END.length());
    return value.isEmpty() ? bare : bare + "=" + AgentOptions.escaped(file);
  }

  /** Makes a name absolute, as JVMs may start elsewhere, with a place for their numbers. */
  private static String numbered(String file) {
    Path given = Path.of(file);
    if (file.contains("%n") || file.contains("%p")) {
      String directory = Path.of("").toAbsolutePath().toString().replace("%", "%%");
      return given.isAbsolute() ? file : Path.of(directory, file).toString();
    }
    String path = given.toAbsolutePath().toString();
    int dot = path.lastIndexOf('.');
    int end = dot > path.lastIndexOf('/') + 1 ? dot : path.length();
    return path.substring(0, end).replace("%", "%%") + "-%n" + path.substring(end);
  }
}
