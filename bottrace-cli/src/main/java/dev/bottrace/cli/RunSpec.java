package dev.bottrace.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The options of {@code bottrace run}: those of requests, and those of the command line alone. */
final class RunSpec {
  static final String JAR = "-jar";
  static final String FORMAT = "--format";
  static final String OUT = "--out";
  static final String JSON_OUT = "--json-out";
  static final String PRINT_RESULT = "--print-result";
  static final String VERBOSE = "--verbose";
  static final String HELP = "--help";

  private static final List<RunOption> OF_COMMAND_LINE =
      List.of(
          RunOption.valued("FILE", "the program is this jar", JAR),
          RunOption.valued("FORM", "form of the trace: text (default), ndjson or compact", FORMAT),
          RunOption.valued(
              "FILE", "write the trace to FILE, and leave standard output to the program", OUT),
          RunOption.valued("FILE", "write snapshots to FILE, which is one JSON object", JSON_OUT),
          RunOption.flag("at the end print where the snapshots are, as JSON", PRINT_RESULT),
          RunOption.flag("print a line for each snapshot on standard error", VERBOSE),
          RunOption.flag("print this", HELP));

  private RunSpec() {}

  /** Returns all options, those of requests first. */
  static List<RunOption> all() {
    List<RunOption> all = new ArrayList<>(RunOption.ALL);
    all.addAll(OF_COMMAND_LINE);
    return all;
  }

  static CommandSpec create() {
    CommandSpec spec = empty();
    for (RunOption option : all()) {
      spec.addOption(spec(option));
    }
    return spec;
  }

  /**
   * Returns the options whose names are among the arguments: no other one can be matched, and each
   * takes its time to be made.
   */
  static CommandSpec occurring(List<String> arguments) {
    Set<String> names = new HashSet<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      names.add(equals < 0 ? argument : argument.substring(0, equals));
    }
    CommandSpec spec = empty();
    addOccurring(RunOption.ALL, names, spec);
    addOccurring(OF_COMMAND_LINE, names, spec);
    return spec;
  }

  private static void addOccurring(List<RunOption> options, Set<String> names, CommandSpec spec) {
    for (RunOption option : options) {
      if (!Collections.disjoint(option.names(), names)) {
        spec.addOption(spec(option));
      }
    }
  }

  private static CommandSpec empty() {
    CommandSpec spec = CommandSpec.create().name("bottrace run");
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
}
