package dev.bottrace.cli;

import dev.bottrace.TraceRequest;
import dev.bottrace.Tracer;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Understands the arguments of {@code bottrace run}. Options of ours stand before or after the
 * program; one that we don't know belongs to the program if it stands after it, as does all that
 * follows {@code --}.
 */
final class RunParser {
  private static final Pattern JVM_OPTION =
      Pattern.compile("-X|-[ed]a$|-[ed]a:|-(agent|java)|--(add|enable|illegal|limit|patch)-");
  private static final String JAR = "-jar";
  private static final String FORMAT = "--format";
  private static final String OUT = "--out";
  private static final String HELP = "--help";

  private final CommandLine commandLine = new CommandLine(spec());

  private static CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("bottrace run");
    for (RunOption option : RunOption.ALL) {
      spec.addOption(spec(option));
    }
    spec.addOption(single(JAR, "FILE", "the program is this jar"));
    spec.addOption(single(FORMAT, "FORM", "form of the trace: text (default) or ndjson"));
    spec.addOption(
        single(OUT, "FILE", "write the trace to FILE, and leave standard output to the program"));
    spec.addOption(
        OptionSpec.builder(HELP).type(boolean.class).arity("0").description("print this").build());
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .build());
    spec.parser()
        .unmatchedOptionsArePositionalParams(true)
        .posixClusteredShortOptionsAllowed(false)
        .abbreviatedOptionsAllowed(false);
    return spec;
  }

  private static OptionSpec spec(RunOption option) {
    OptionSpec.Builder builder =
        OptionSpec.builder(option.names().toArray(new String[0])).description(option.description());
    if (option.value().isEmpty()) {
      return builder.type(boolean.class).arity("0").build();
    }
    builder.paramLabel(option.value()).arity("1");
    return option.repeatable()
        ? builder.type(List.class).auxiliaryTypes(String.class).build()
        : builder.type(String.class).build();
  }

  private static OptionSpec single(String name, String value, String description) {
    return OptionSpec.builder(name)
        .type(String.class)
        .arity("1")
        .paramLabel(value)
        .description(description)
        .build();
  }

  RunParser() {
    commandLine.setExpandAtFiles(false);
  }

  RunCommand parse(List<String> arguments) throws UsageException {
    Map<String, String> properties = new LinkedHashMap<>();
    List<String> ours = withoutJvmOptions(arguments, properties);
    ParseResult result;
    try {
      result = commandLine.parseArgs(ours.toArray(new String[0]));
    } catch (ParameterException e) {
      throw new UsageException(oneLine(e));
    }
    if (result.hasMatchedOption(HELP)) {
      return new RunCommand(null, TraceFormat.TEXT, null, properties);
    }
    try {
      return command(result, ours, properties);
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

  /** Takes out system properties, which the launcher script gives to the JVM itself. */
  private static List<String> withoutJvmOptions(
      List<String> arguments, Map<String, String> properties) throws UsageException {
    int end = arguments.indexOf("--");
    List<String> ours = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      boolean open = end < 0 || i < end;
      if (open && argument.startsWith("-J")) {
        throw new UsageException(jvmOption(argument));
      }
      if (open && argument.startsWith("-D") && argument.length() > 2) {
        int equals = argument.indexOf('=');
        properties.put(
            argument.substring(2, equals < 0 ? argument.length() : equals),
            equals < 0 ? "" : argument.substring(equals + 1));
      } else {
        ours.add(argument);
      }
    }
    return ours;
  }

  private static String jvmOption(String argument) {
    return argument.startsWith("-J-") || argument.startsWith("-J@")
        ? "only the launcher bottrace can give " + argument + " to the JVM; give it to java"
        : "no option for the JVM: " + argument + "; one looks like -J-Xmx2g";
  }

  private RunCommand command(
      ParseResult result, List<String> arguments, Map<String, String> properties)
      throws UsageException {
    List<String> positionals = result.matchedPositionalValue(0, List.of());
    TraceRequest request = request(result, arguments, positionals);
    for (RunOption option : RunOption.ALL) {
      String name = option.names().get(0);
      if (result.hasMatchedOption(name)) {
        for (String value : values(result, option, name)) {
          request = option.mapping().apply(request, value);
        }
      }
    }
    String out = result.matchedOptionValue(OUT, (String) null);
    TraceFormat format = TraceFormat.of(result.matchedOptionValue(FORMAT, "text"));
    return new RunCommand(request, format, out == null ? null : path(out), properties);
  }

  private static Path path(String text) throws UsageException {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new UsageException("not a path: " + text);
    }
  }

  private static List<String> values(ParseResult result, RunOption option, String name) {
    if (option.value().isEmpty()) {
      return List.of("");
    }
    return option.repeatable()
        ? result.matchedOptionValue(name, List.of())
        : List.of(result.matchedOptionValue(name, ""));
  }

  private TraceRequest request(ParseResult result, List<String> arguments, List<String> positionals)
      throws UsageException {
    @Nullable String jar = result.matchedOptionValue(JAR, (String) null);
    checkBeforeProgram(arguments, positionals, jar);
    if (jar != null) {
      String path = jar.endsWith(".jar") ? jar : jar + ".jar";
      return Tracer.run(jar.equals(path) ? jar : jarNamed(jar), positionals.toArray(new String[0]));
    }
    if (positionals.isEmpty()) {
      throw new UsageException(
          "no program; name a jar, a main class or a .java file: bottrace run PROGRAM");
    }
    return Tracer.run(
        positionals.get(0), positionals.subList(1, positionals.size()).toArray(new String[0]));
  }

  private static String jarNamed(String jar) throws UsageException {
    throw new UsageException("-jar needs a file that ends in .jar, not '" + jar + "'");
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
    int end = arguments.indexOf("--");
    boolean afterJar = jar != null && arguments.indexOf(JAR) < at;
    boolean afterEnd = end >= 0 && end < at;
    if (!afterJar && !afterEnd) {
      throw new UsageException("unknown option " + first + suggestion(first));
    }
  }

  private String suggestion(String option) {
    if (JVM_OPTION.matcher(option).lookingAt()) {
      return "; one for the JVM is written -J" + option;
    }
    String nearest = NearestName.of(option, commandLine.getCommandSpec().optionsMap().keySet());
    return nearest == null ? "; bottrace run --help lists all" : "; did you mean " + nearest + "?";
  }

  String help() {
    CommandLine.Help help =
        new CommandLine.Help(
            commandLine.getCommandSpec(), CommandLine.Help.defaultColorScheme(Ansi.OFF));
    return RunHelp.HEAD + help.optionList() + RunHelp.EXAMPLES;
  }
}
