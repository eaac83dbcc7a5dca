package dev.bottrace.cli;

import java.util.List;
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

  private RunSpec() {}

  static CommandSpec create() {
    CommandSpec spec = CommandSpec.create().name("bottrace run");
    for (RunOption option : RunOption.ALL) {
      spec.addOption(spec(option));
    }
    spec.addOption(single(JAR, "FILE", "the program is this jar"));
    spec.addOption(single(FORMAT, "FORM", "form of the trace: text (default), ndjson or compact"));
    spec.addOption(
        single(OUT, "FILE", "write the trace to FILE, and leave standard output to the program"));
    spec.addOption(single(JSON_OUT, "FILE", "write snapshots to FILE, which is one JSON object"));
    spec.addOption(flag(PRINT_RESULT, "at the end print where the snapshots are, as JSON"));
    spec.addOption(flag(VERBOSE, "print a line for each snapshot on standard error"));
    spec.addOption(flag(HELP, "print this"));
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

  private static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).type(boolean.class).arity("0").description(description).build();
  }
}
