package dev.bottrace.internal.instrument;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The programs in {@code dev.bottrace.target}, one language feature each. */
final class Targets {
  static final String PACKAGE = "dev.bottrace.target.";

  /** Where sources and golden traces are. */
  static final Path SOURCES = Path.of("src/test/java/dev/bottrace/target");

  /** The class path that has the targets. */
  static final Path CLASSES = classes();

  private Targets() {}

  private static Path classes() {
    try {
      return Path.of(Targets.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the simple names of all targets. */
  static List<String> names() {
    return withoutSuffix(SOURCES, "Target.java", ".java");
  }

  /** Returns the names of all golden traces. */
  static List<String> traces() {
    return withoutSuffix(SOURCES, ".trace", ".trace");
  }

  /** Returns the binary names of all classes that the targets consist of. */
  static List<String> classNames() {
    return withoutSuffix(CLASSES.resolve("dev/bottrace/target"), ".class", ".class").stream()
        .map(name -> PACKAGE + name)
        .toList();
  }

  static byte[] classFile(String binaryName) {
    try {
      return Files.readAllBytes(CLASSES.resolve(binaryName.replace('.', '/') + ".class"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> withoutSuffix(Path directory, String wanted, String suffix) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(wanted))
          .map(name -> name.substring(0, name.length() - suffix.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compilers number the bodies of lambdas differently. */
  static String withoutNumbersOfLambdas(String trace) {
    return trace.replaceAll("(lambda\\$\\w+\\$)\\d+", "$1N");
  }
}
