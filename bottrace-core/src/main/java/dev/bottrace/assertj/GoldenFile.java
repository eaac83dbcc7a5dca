package dev.bottrace.assertj;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A file with a golden trace. Blank lines, and those that begin with {@code #}, are for readers
 * only.
 *
 * @param path where it is
 */
record GoldenFile(Path path) {
  private static final String HEAD =
      "# A golden trace of bottrace. To write it anew: -Dbottrace.golden=update\n";

  /** A line of the file. */
  record Line(int number, String text) {}

  /** Returns the path as messages show it: from where this process works, if it is in there. */
  String shown() {
    Path absolute = path.toAbsolutePath().normalize();
    Path here = Path.of("").toAbsolutePath();
    Path shown = absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    return shown.toString().replace('\\', '/');
  }

  boolean exists() {
    return Files.exists(path);
  }

  /** Reads the lines that count. */
  List<Line> read() {
    try {
      List<String> lines = Files.readAllLines(path);
      return IntStream.range(0, lines.size())
          .mapToObj(i -> new Line(i + 1, lines.get(i).stripTrailing()))
          .filter(line -> !line.text().isEmpty() && !line.text().startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + path, e);
    }
  }

  /** Writes a trace, each thread a paragraph. */
  void write(List<GoldenLine> trace, GoldenOptions options) {
    String leftOut = options.leftOut();
    String head = leftOut.isEmpty() ? HEAD : HEAD + "# Left out: " + leftOut + '\n';
    String body =
        trace.stream()
            .map(line -> (line.isHeading() ? "\n" : "") + line.text() + '\n')
            .collect(Collectors.joining("", head, ""));
    try {
      Path directory = path.toAbsolutePath().getParent();
      if (directory != null) {
        Files.createDirectories(directory);
      }
      Files.writeString(path, body);
    } catch (IOException e) {
      throw new UncheckedIOException("can't write " + path, e);
    }
  }
}
