package dev.bottrace.compatibility;

import java.util.List;
import java.util.Locale;

/**
 * What came out for a program and a JDK.
 *
 * @param program its name
 * @param jdk the first number of its version
 * @param seconds of the faster plain run
 * @param ratio how many times as long the traced run took
 * @param cpuRatio the same for what they took of the CPU
 * @param events of the trace
 * @param differences how the traced run differed; nothing if it did not
 * @param remarks how it was compared, and what bottrace has said
 */
record Verdict(
    String program,
    int jdk,
    double seconds,
    double ratio,
    double cpuRatio,
    long events,
    List<String> differences,
    List<String> remarks) {
  private static final String FIELD = "\t";
  private static final String ITEM = " ; ";

  /** Reads a line that {@link #line} has made. */
  static Verdict parse(String line) {
    String[] fields = line.split(FIELD, -1);
    return new Verdict(
        fields[0],
        Integer.parseInt(fields[1]),
        Double.parseDouble(fields[2]),
        Double.parseDouble(fields[3]),
        Double.parseDouble(fields[4]),
        Long.parseLong(fields[5]),
        items(fields[6]),
        items(fields[7]));
  }

  private static List<String> items(String field) {
    return field.isEmpty() ? List.of() : List.of(field.split(ITEM, -1));
  }

  /** Returns it as one line. */
  String line() {
    return String.join(
        FIELD,
        program,
        Integer.toString(jdk),
        String.format(Locale.ROOT, "%.3f", seconds),
        String.format(Locale.ROOT, "%.3f", ratio),
        String.format(Locale.ROOT, "%.3f", cpuRatio),
        Long.toString(events),
        joined(differences),
        joined(remarks));
  }

  private static String joined(List<String> items) {
    return String.join(ITEM, items).replace('\t', ' ').replace('\n', ' ');
  }

  /** Returns what stands in the table for it. */
  String cell() {
    return String.format(
        Locale.ROOT,
        "%s, %.1f x, CPU %.1f x, %s events",
        differences.isEmpty() ? "equal" : "**differs**",
        ratio,
        cpuRatio,
        events < 100_000 ? events : String.format(Locale.ROOT, "%.1f M", events / 1e6));
  }
}
