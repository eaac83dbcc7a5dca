package dev.bottrace.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The jar that the command line comes from, which is an agent too. */
final class OwnJar {
  private OwnJar() {}

  static Path find() throws UsageException, IOException {
    for (String element : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
      Path path = Path.of(element);
      if (element.endsWith(".jar") && Files.isRegularFile(path)) {
        return checked(path.toRealPath());
      }
    }
    throw new UsageException(
        "bottrace does not run from its jar, which is the agent of other JVMs");
  }

  /** The JVM takes what comes after the first {@code =} for the options of an agent. */
  private static Path checked(Path jar) throws UsageException {
    if (jar.toString().indexOf('=') >= 0) {
      throw new UsageException("no JVM takes an agent whose path has a '='; move " + jar);
    }
    return jar;
  }
}
