package dev.bottrace.cli;

import dev.bottrace.json.TraceSchema;
import java.util.List;
import java.util.Locale;

/** Prints the JSON Schemas of what bottrace writes. */
final class SchemaCommand {
  private static final String HELP =
      """
      Prints the JSON Schema of a form, or the names of all of them.

      Usage: bottrace schema [NAME]

      """;

  private static final String NAMES =
      """
      trace      a line of --format ndjson
      snapshot   a line for what a breakpoint saw
      file       the file of --json-out
      summary    the line of --print-result
      """;

  private static final String EXAMPLES =
      """

      Examples:
        what a trace may hold      bottrace schema trace
        all of them, as files      bottrace schema | while read -r name _; do bottrace schema $name > $name.json; done
      """;

  private SchemaCommand() {}

  /** Returns what to print. */
  static String answer(List<String> arguments) throws UsageException {
    if (arguments.isEmpty()) {
      return NAMES;
    }
    String name = arguments.get(0);
    if (name.equals("--help") || name.equals("-h")) {
      return HELP + NAMES.indent(2) + EXAMPLES;
    }
    if (arguments.size() > 1) {
      throw new UsageException("schema takes one name, not " + String.join(" ", arguments));
    }
    return schema(name);
  }

  private static String schema(String name) throws UsageException {
    for (TraceSchema schema : TraceSchema.values()) {
      if (schema.name().toLowerCase(Locale.ROOT).equals(name)) {
        return schema.json();
      }
    }
    throw new UsageException(
        "there is no schema '" + name + "'; there are trace, snapshot, file and summary");
  }
}
