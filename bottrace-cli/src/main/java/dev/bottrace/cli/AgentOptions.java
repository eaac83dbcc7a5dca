package dev.bottrace.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
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

  static AgentOptions parse(String options) throws UsageException, IOException {
    List<String> arguments = new ArrayList<>();
    Path report = null;
    String trace = "";
    String number = null;
    for (String option : split(options)) {
      int equals = option.indexOf('=');
      String name = (equals < 0 ? option : option.substring(0, equals)).strip();
      String value = equals < 0 ? null : option.substring(equals + 1);
      if (name.equals(REPORT) && value != null) {
        report = Path.of(value);
        continue;
      }
      if (FILES.contains(name) && value != null) {
        number = number == null ? firstNumber(value) : number;
        value = filled(value, number);
        trace = name.equals("out") ? value : trace;
      }
      arguments.add(name.startsWith("-") ? name : "--" + name);
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

  /** Takes the first free number, by making its file: JVMs may start at the same time. */
  private static @Nullable String firstNumber(String pattern) throws IOException {
    if (!pattern.replace("%%", "").contains("%n")) {
      return null;
    }
    int number = 1;
    while (!isMade(RunOutput.path("out", filled(pattern, Integer.toString(number))))) {
      number++;
    }
    return Integer.toString(number);
  }

  private static boolean isMade(Path file) throws IOException {
    try {
      Files.createFile(file);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  private static String filled(String pattern, @Nullable String number) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char next = i + 1 < pattern.length() && pattern.charAt(i) == '%' ? pattern.charAt(i + 1) : 0;
      switch (next) {
        case 'n' -> name.append(number == null ? "1" : number);
        case 'p' -> name.append(ProcessHandle.current().pid());
        case '%' -> name.append('%');
        default -> name.append(pattern.charAt(i));
      }
      i += next == 'n' || next == 'p' || next == '%' ? 1 : 0;
    }
    return name.toString();
  }

  /** Tells who asked that this JVM is traced. */
  void report() throws IOException {
    if (reportTo != null) {
      String program = System.getProperty("sun.java.command", "");
      String line = OneLine.of(trace) + '\t' + OneLine.of(program) + '\n';
      Files.writeString(reportTo, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
  }
}
