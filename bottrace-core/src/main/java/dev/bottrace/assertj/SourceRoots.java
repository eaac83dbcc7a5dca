package dev.bottrace.assertj;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Directories of sources, as Maven and Gradle have them: {@code src/test/java}, {@code
 * src/integrationTest/kotlin}.
 *
 * @param modules the directories that may have them, likeliest first
 */
record SourceRoots(List<Path> modules) {
  /** Looks above the class files of a class, and above where this process works. */
  static SourceRoots of(Class<?> type) {
    List<Path> modules = new ArrayList<>();
    addWithParents(modules, location(type));
    addWithParents(modules, Path.of("").toAbsolutePath());
    return new SourceRoots(List.copyOf(modules));
  }

  private static void addWithParents(List<Path> paths, @Nullable Path first) {
    for (Path path = first; path != null; path = path.getParent()) {
      paths.add(path);
    }
  }

  private static @Nullable Path location(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    try {
      return source == null ? null : Path.of(source.getLocation().toURI());
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      return null;
    }
  }

  /**
   * Returns the directory of sources that has a file.
   *
   * @throws IllegalStateException if there is none
   */
  Path with(Path file) {
    return modules.stream()
        .map(module -> module.resolve("src"))
        .flatMap(SourceRoots::directories)
        .flatMap(SourceRoots::directories)
        .filter(root -> Files.exists(root.resolve(file)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(missing(file)));
  }

  private String missing(Path file) {
    return "a golden file stands beside the source of its test, and no src/*/*/"
        + file.toString().replace('\\', '/')
        + " was found in "
        + (modules.isEmpty() ? "no directory" : modules.get(0))
        + " or above: pass matchesGolden() a Path";
  }

  private static Stream<Path> directories(Path parent) {
    if (!Files.isDirectory(parent)) {
      return Stream.of();
    }
    try (Stream<Path> children = Files.list(parent)) {
      return children.filter(Files::isDirectory).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
