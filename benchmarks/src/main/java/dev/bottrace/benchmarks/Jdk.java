package dev.bottrace.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A JDK that is measured.
 *
 * @param home where it is
 * @param version as in {@code 17.0.15}
 */
public record Jdk(Path home, String version) {
  /**
   * Finds those whose homes stand behind the first argument, or the one that runs this.
   *
   * @param arguments those of a program
   * @return at least one
   * @throws IOException if a home does not tell its version
   */
  public static List<Jdk> of(String... arguments) throws IOException {
    List<Jdk> jdks = new ArrayList<>();
    for (int i = 1; i < arguments.length; i++) {
      jdks.add(at(Path.of(arguments[i])));
    }
    return jdks.isEmpty() ? List.of(at(Path.of(System.getProperty("java.home")))) : jdks;
  }

  private static Jdk at(Path home) throws IOException {
    for (String line : Files.readAllLines(home.resolve("release"))) {
      if (line.startsWith("JAVA_VERSION=")) {
        return new Jdk(home, line.substring(line.indexOf('=') + 1).replace("\"", ""));
      }
    }
    throw new IllegalStateException("no version in " + home.resolve("release"));
  }

  /**
   * Returns the first number of the version.
   *
   * @return as in {@code 17}
   */
  public int feature() {
    return Integer.parseInt(version.split("[^0-9]", -1)[0]);
  }

  @Override
  public String toString() {
    return "JDK " + version;
  }
}
