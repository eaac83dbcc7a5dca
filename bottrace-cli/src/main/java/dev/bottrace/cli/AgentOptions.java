package dev.bottrace.cli;

import dev.bottrace.option.ProcessHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options of an agent: those of {@code bottrace run} without their hyphens, with commas between
 * them. A comma or backslash within a value has a backslash before it.
 *
 * <pre>calls,include=com.acme,out=trace-%n.txt</pre>
 *
 * <p>In the names of files, {@code %n} is the first number from 1 for which there is no such file
 * yet, the same one in all names; {@code %p} is the number of the process; {@code %%} is a percent
 * sign.
 *
 * @param arguments the options as on the command line, the names of files filled in
 * @param reportTo file to which the name of the trace is added, with that of the program; null if
 *     nobody wants to know
 * @param trace the file of the trace; empty if it has none
 */
record AgentOptions(List<String> arguments, @Nullable Path reportTo, String trace) {
  /** Not an option of users: says to {@code bottrace exec} which JVMs were traced. */
  static final String REPORT = "report";

  private static final Set<String> FILES = Set.of("out", "json-out");

  /** One option; its value is null if none was given. */
  private record Option(String name, @Nullable String value) {
    static Option of(String text) {
      int equals = text.indexOf('=');
      return equals < 0
          ? new Option(text.strip(), null)
          : new Option(text.substring(0, equals).strip(), text.substring(equals + 1));
    }

    /** Returns the name of the file that it names; null if it names none. */
    @Nullable String file() {
      return FILES.contains(name) ? value : null;
    }
  }

  static AgentOptions parse(String options) throws UsageException, IOException {
    List<Option> all = split(options).stream().map(Option::of).toList();
    return of(
        all, NumberedFiles.of(all.stream().map(Option::file).filter(Objects::nonNull).toList()));
  }

  private static AgentOptions of(List<Option> options, NumberedFiles files) {
    List<String> arguments = new ArrayList<>();
    Path report = null;
    String trace = "";
    for (Option option : options) {
      String value = option.value();
      if (option.name().equals(REPORT) && value != null) {
        report = Path.of(value);
        continue;
      }
      String file = option.file();
      if (file != null) {
        value = files.name(file);
        trace = option.name().equals("out") ? value : trace;
      }
      arguments.add(option.name().startsWith("-") ? option.name() : "--" + option.name());
      if (value != null) {
        arguments.add(value);
      }
    }
    return new AgentOptions(List.copyOf(arguments), report, trace);
  }

  /** Splits at commas that have no backslash before them, and takes the backslashes out. */
  private static List<String> split(String options) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < options.length(); i++) {
      char c = options.charAt(i);
      boolean escapes = c == '\\' && i + 1 < options.length() && isEscaped(options.charAt(i + 1));
      if (c == ',') {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(escapes ? options.charAt(++i) : c);
      }
    }
    parts.add(part.toString());
    parts.removeIf(String::isBlank);
    return parts;
  }

  private static boolean isEscaped(char c) {
    return c == ',' || c == '\\';
  }

  /** Writes a value so that {@link #split} gives it back. */
  static String escaped(String value) {
    return value.replace("\\", "\\\\").replace(",", "\\,");
  }

  /**
   * Tells who asked that this JVM is traced. Where that can't be, as the JVM is another user's or
   * {@code exec} is over, it is said here.
   */
  void report(ProcessHost host) {
    if (reportTo == null) {
      return;
    }
    String name = OneLine.of(trace);
    String program = OneLine.of(System.getProperty("sun.java.command", ""));
    try {
      Files.writeString(reportTo, name + '\t' + program + '\n', StandardOpenOption.APPEND);
    } catch (IOException e) {
      host.notice("bottrace: " + name + ": " + program);
    }
  }
}
