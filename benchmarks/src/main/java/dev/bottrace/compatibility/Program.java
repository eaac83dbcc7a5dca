package dev.bottrace.compatibility;

import dev.bottrace.benchmarks.ChildProcess;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A program, and what it is to do: a directory of inputs with a file {@value #FILE} in it, whose
 * keys are described in {@code benchmarks/README.md}.
 *
 * @param name that of its directory
 * @param directory where the inputs are
 * @param entries the file's
 */
record Program(String name, Path directory, Map<String, String> entries) {
  private static final String FILE = "program.properties";
  private static final Path ALL =
      Path.of("benchmarks", "src", "main", "resources", "compatibility");

  /** Returns all that are there, by kind and name. */
  static List<Program> all() throws IOException {
    List<Program> programs = new ArrayList<>();
    try (Stream<Path> directories = Files.list(ChildProcess.project(ALL))) {
      for (Path directory : directories.sorted().toList()) {
        if (Files.exists(directory.resolve(FILE))) {
          programs.add(read(directory));
        }
      }
    }
    return programs;
  }

  private static Program read(Path directory) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(directory.resolve(FILE))) {
      properties.load(reader);
    }
    Map<String, String> entries = new TreeMap<>();
    properties.forEach((key, value) -> entries.put((String) key, ((String) value).strip()));
    return new Program(directory.getFileName().toString(), directory, Map.copyOf(entries));
  }

  /** Returns an entry that has to be there. */
  String text(String key) {
    String value = entries.get(key);
    if (value == null) {
      throw new IllegalStateException(directory.resolve(FILE) + " does not say '" + key + "'");
    }
    return value;
  }

  /** Returns the words of an entry, none if it is not there. */
  List<String> words(String key) {
    String value = entries.getOrDefault(key, "");
    return value.isEmpty() ? List.of() : List.of(value.split("\\s+", -1));
  }

  /** Returns what is on its class path, as {@code group:artifact:version[:classifier]}. */
  List<String> artifacts() {
    return words("artifacts");
  }

  /** Returns the version of the artifact that gives it its name. */
  String version() {
    return artifacts().get(0).split(":", -1)[2];
  }

  /** Returns its own directory and those that it shares with others. */
  List<Path> inputs() {
    List<Path> inputs = new ArrayList<>(List.of(directory));
    words("uses").forEach(name -> inputs.add(directory.resolveSibling(name)));
    return inputs;
  }

  /** Whether a file in its directory is not for its working directory. */
  static boolean isOurs(Path relative) {
    return relative.toString().equals(FILE) || relative.startsWith("driver");
  }
}
