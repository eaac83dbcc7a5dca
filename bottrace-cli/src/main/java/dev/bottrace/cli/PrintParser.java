package dev.bottrace.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Understands the arguments of {@code bottrace print}. */
final class PrintParser {
  private static final String FORMAT = "--format";
  private static final String OUT = "--out";
  private static final String TOP = "--top";
  private static final String HELP = "--help";

  private static final String HEAD =
      """
      Prints a trace that run has written in compact form, as run would have printed it.

      Usage: bottrace print [options] FILE

      """;

  private static final String EXAMPLES =
      """

      Examples:
        what ran                   bottrace print trace.bt
        for another program        bottrace print trace.bt --format ndjson --out trace.ndjson
        all counts                 bottrace print trace.bt --top 0

      Of a trace that was cut off, what is whole is printed, and a line on standard error tells.
      Exit code: 0; 125 if FILE can't be read or is damaged, or if the output can't be written.
      """;

  private final CommandLine commandLine = new CommandLine(spec());

  PrintParser() {
    commandLine.setExpandAtFiles(false);
  }

  private static CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("bottrace print");
    spec.addOption(single(FORMAT, "FORM", "form to print: text (default) or ndjson"));
    spec.addOption(single(OUT, "FILE", "write to FILE"));
    spec.addOption(single(TOP, "N", "rows of the counts (10); 0 is all"));
    spec.addOption(
        OptionSpec.builder(HELP).type(boolean.class).arity("0").description("print this").build());
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .build());
    spec.parser().posixClusteredShortOptionsAllowed(false).abbreviatedOptionsAllowed(false);
    return spec;
  }

  private static OptionSpec single(String name, String value, String description) {
    return OptionSpec.builder(name)
        .type(String.class)
        .arity("1")
        .paramLabel(value)
        .description(description)
        .build();
  }

  PrintCommand parse(List<String> arguments) throws UsageException {
    try {
      return command(commandLine.parseArgs(arguments.toArray(new String[0])));
    } catch (UnmatchedArgumentException e) {
      throw unknown(e.getUnmatched().get(0));
    } catch (ParameterException | IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  private UsageException unknown(String option) {
    String nearest = NearestOption.of(option, commandLine.getCommandSpec().optionsMap().keySet());
    return UsageException.unknown(
        option,
        nearest == null ? "; bottrace print --help lists all" : "; did you mean " + nearest + "?");
  }

  private static PrintCommand command(ParseResult result) throws UsageException {
    if (result.hasMatchedOption(HELP)) {
      return new PrintCommand(null, TraceFormat.TEXT, null, 0);
    }
    List<String> files = result.matchedPositionalValue(0, List.of());
    if (files.isEmpty()) {
      throw new UsageException("no trace; name a file: bottrace print FILE");
    }
    if (files.size() > 1) {
      throw new UsageException("print takes one file, not " + String.join(" ", files));
    }
    String out = result.matchedOptionValue(OUT, (String) null);
    return new PrintCommand(
        RunOutput.path("print", files.get(0)),
        format(result.matchedOptionValue(FORMAT, "text")),
        out == null ? null : RunOutput.path("--out", out),
        top(result.matchedOptionValue(TOP, "10")));
  }

  private static TraceFormat format(String name) throws UsageException {
    return switch (name) {
      case "text", "ndjson" -> TraceFormat.of(name);
      default -> throw new UsageException("--format must be text or ndjson, not '" + name + "'");
    };
  }

  private static int top(String rows) throws UsageException {
    try {
      int top = Integer.parseInt(rows);
      if (top >= 0) {
        return top;
      }
    } catch (NumberFormatException e) {
      throw new UsageException("--top must be a whole number, not '" + rows + "'");
    }
    throw new UsageException("--top must be 0 (all) or more, not " + rows);
  }

  String help() {
    CommandLine.Help help =
        new CommandLine.Help(
            commandLine.getCommandSpec(), CommandLine.Help.defaultColorScheme(Ansi.OFF));
    return HEAD + help.optionList() + EXAMPLES;
  }
}
