package dev.bottrace.cli;

import dev.bottrace.TraceRequest;
import dev.bottrace.Tracer;
import dev.bottrace.option.Program;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Understands the arguments of {@code bottrace run}. Options of ours stand before or after the
 * program; one that we don't know belongs to the program if it stands after it, as does all that
 * follows {@code --}.
 */
final class RunParser {
  private static final String JVM_OPTION =
      "-X|-[ed]a$|-[ed]a:|-(agent|java)|--(add|enable|illegal|limit|patch)-";

  private static final String MODULE_OPTION = "(-p|-m|--module|--module-path)(=.*)?";

  /** What runs a program of modules: the program's loader is that of a class path. */
  private static final String BY_AGENT =
      "; a program of modules is traced by java -javaagent:bottrace.jar=calls -p PATH -m MODULE";

  private static final String EXCLUDES = "picocli.converters.excludes";

  /** Options that say what is started. */
  private static final List<String> OF_STARTS = List.of("-cp", RunSpec.JAR, RunSpec.HELP);

  private static CommandLine commandLine(CommandSpec options) {
    String excludes = System.getProperty(EXCLUDES);
    System.setProperty(EXCLUDES, "java[.].*"); // each start would make the types of java.time ready
    try {
      return new CommandLine(options).setExpandAtFiles(false);
    } finally {
      if (excludes == null) {
        System.clearProperty(EXCLUDES);
      } else {
        System.setProperty(EXCLUDES, excludes);
      }
    }
  }

  /**
   * Understands options alone, as agents have them: the program is the one of this JVM.
   *
   * @param options as on the command line
   */
  RunCommand parseOptions(List<String> options) throws UsageException {
    ParseResult result = matched(options);
    List<String> unknown = result.matchedPositionalValue(0, List.of());
    if (!unknown.isEmpty()) {
      throw unknown(unknown.get(0));
    }
    for (String name : OF_STARTS) {
      if (result.hasMatchedOption(name)) {
        throw new UsageException(name + " is for bottrace run: this JVM has its program");
      }
    }
    return ofThisJvm(result);
  }

  static RunCommand ofThisJvm(ParseResult result) throws UsageException {
    return checked(result, Tracer.thisJvm(), Map.of());
  }

  static UsageException unknown(String option) {
    return UsageException.unknown(option, suggestion(option));
  }

  RunCommand parse(List<String> arguments) throws UsageException {
    Map<String, String> properties = new LinkedHashMap<>();
    List<String> ours = SystemProperties.takeFrom(arguments, properties);
    ParseResult result = matched(ours);
    if (result.hasMatchedOption(RunSpec.HELP)) {
      return new RunCommand(null, RunOutput.DEFAULT, properties);
    }
    List<String> positionals = result.matchedPositionalValue(0, List.of());
    try {
      return checked(result, request(result, ours, positionals), properties);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  static ParseResult matched(List<String> arguments) throws UsageException {
    try {
      return commandLine(RunSpec.occurring(arguments)).parseArgs(arguments.toArray(new String[0]));
    } catch (ParameterException e) {
      throw new UsageException(oneLine(e));
    }
  }

  private static RunCommand checked(
      ParseResult result, TraceRequest request, Map<String, String> properties)
      throws UsageException {
    try {
      return command(result, request, properties);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static String oneLine(ParameterException e) {
    String message = String.valueOf(e.getMessage());
    String line = message.lines().findFirst().orElse(message);
    return e instanceof OverwrittenOptionException
        ? line + "; options of the program that look like ours go after --"
        : line;
  }

  private static RunCommand command(
      ParseResult result, TraceRequest program, Map<String, String> properties)
      throws UsageException {
    TraceRequest request = program;
    for (RunOption option : RunOption.ALL) {
      String name = option.names().get(0);
      if (result.hasMatchedOption(name)) {
        for (String value : values(result, option, name)) {
          request = option.apply(request, value);
        }
      }
    }
    NoEffect.refuse(request.options());
    return new RunCommand(request, output(result), properties);
  }

  private static RunOutput output(ParseResult result) {
    String out = result.matchedOptionValue(RunSpec.OUT, (String) null);
    return new RunOutput(
        TraceFormat.of(result.matchedOptionValue(RunSpec.FORMAT, "text")),
        out == null ? null : RunOutput.path("--out", out),
        result.matchedOptionValue(RunSpec.JSON_OUT, (String) null),
        result.hasMatchedOption(RunSpec.PRINT_RESULT),
        result.hasMatchedOption(RunSpec.VERBOSE));
  }

  static List<String> values(ParseResult result, RunOption option, String name) {
    if (option.value().isEmpty()) {
      return List.of("");
    }
    return option.repeatable()
        ? result.matchedOptionValue(name, List.of())
        : List.of(result.matchedOptionValue(name, ""));
  }

  private TraceRequest request(ParseResult result, List<String> arguments, List<String> positionals)
      throws UsageException {
    @Nullable String jar = result.matchedOptionValue(RunSpec.JAR, (String) null);
    checkBeforeProgram(arguments, positionals, jar);
    if (jar != null) {
      checkNoProgramBeforeJar(arguments, jar);
      Program program = new Program.Jar(RunOutput.path(RunSpec.JAR, jar));
      return Tracer.run(program, positionals.toArray(new String[0]));
    }
    if (positionals.isEmpty()) {
      throw new UsageException(
          "no program; name a jar, a main class or a .java file: bottrace run PROGRAM");
    }
    return Tracer.run(
        positionals.get(0), positionals.subList(1, positionals.size()).toArray(new String[0]));
  }

  private static void checkNoProgramBeforeJar(List<String> arguments, String jar)
      throws UsageException {
    int at = 0;
    while (!arguments.get(at).split("=", 2)[0].equals(RunSpec.JAR)) {
      at++;
    }
    List<String> before = matched(arguments.subList(0, at)).matchedPositionalValue(0, List.of());
    if (!before.isEmpty()) {
      throw new UsageException(
          "two programs, "
              + before.get(0)
              + " and "
              + jar
              + "; options of the program go after --");
    }
  }

  /** Refuses an unknown option that stands where only ours may. */
  private void checkBeforeProgram(
      List<String> arguments, List<String> positionals, @Nullable String jar)
      throws UsageException {
    if (positionals.isEmpty() || !positionals.get(0).startsWith("-")) {
      return;
    }
    String first = positionals.get(0);
    int at = arguments.indexOf(first);
    while (SystemProperties.isExpression(arguments, at)) {
      at += 1 + arguments.subList(at + 1, arguments.size()).indexOf(first);
    }
    int end = arguments.indexOf("--");
    boolean afterJar = jar != null && arguments.indexOf(RunSpec.JAR) < at;
    boolean afterEnd = end >= 0 && end < at;
    if (!afterJar && !afterEnd) {
      throw unknown(first);
    }
  }

  private static String suggestion(String option) {
    if (Pattern.compile(JVM_OPTION).matcher(option).lookingAt()) {
      return "; one for the JVM is written -J" + option;
    }
    if (option.matches(MODULE_OPTION)) {
      return BY_AGENT;
    }
    String nearest = NearestOption.of(option, RunSpec.create().optionsMap().keySet());
    return nearest == null ? "; bottrace run --help lists all" : "; did you mean " + nearest + "?";
  }

  String help() {
    CommandLine.Help help =
        new CommandLine.Help(
            commandLine(RunSpec.create()).getCommandSpec(),
            CommandLine.Help.defaultColorScheme(Ansi.OFF));
    return RunHelp.HEAD + help.optionList() + RunHelp.EXAMPLES;
  }
}
