package dev.bottrace.cli.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The JDK that runs the tests, and those from 17 on that are installed beside it: one of each
 * release.
 */
final class InstalledJdks {
  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");

  private InstalledJdks() {}

  static List<Path> all() {
    Path own = Path.of(System.getProperty("java.home"));
    Map<Integer, Path> byRelease = new LinkedHashMap<>();
    byRelease.put(Runtime.version().feature(), own);
    try (Stream<Path> beside = Files.list(own.toAbsolutePath().getParent())) {
      beside
          .sorted()
          .forEach(
              home -> release(home).ifPresent(release -> byRelease.putIfAbsent(release, home)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return List.copyOf(byRelease.values());
  }

  private static java.util.Optional<Integer> release(Path home) {
    if (!Files.isExecutable(home.resolve("bin/javac"))
        || !Files.isReadable(home.resolve("release"))) {
      return java.util.Optional.empty();
    }
    try {
      Matcher version = VERSION.matcher(Files.readString(home.resolve("release")));
      return version.find()
          ? java.util.Optional.of(Integer.parseInt(version.group(1)))
              .filter(release -> release >= 17)
          : java.util.Optional.empty();
    } catch (IOException e) {
      return java.util.Optional.empty();
    }
  }
}
