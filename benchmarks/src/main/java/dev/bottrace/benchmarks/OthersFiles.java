package dev.bottrace.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** What other tools need. */
final class OthersFiles {
  private OthersFiles() {}

  /** Whether the tools have been resolved. */
  static boolean areThere() {
    return Files.isDirectory(SpeedTable.file(Path.of("others")));
  }

  static Path jar(String name) {
    return ChildProcess.project(Path.of("benchmarks", "target", "others", name + ".jar"));
  }

  /** Copies what this jar has for a tool, and returns where it is. */
  static Path resource(Path directory, String name) throws IOException {
    Path file = directory.resolve(name);
    try (InputStream in = ClassLoader.getSystemResourceAsStream("others/" + name)) {
      Files.write(file, in.readAllBytes());
    }
    return file;
  }

  /** Copies the classes of the workloads, if that has not been done. */
  static void workloads(Path directory) throws IOException {
    try (JarFile jar = new JarFile(benchmarks().toFile())) {
      for (JarEntry entry : entries(jar)) {
        Path file = directory.resolve(entry.getName());
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (InputStream in = jar.getInputStream(entry)) {
          Files.write(file, in.readAllBytes());
        }
      }
    }
  }

  /** Returns the names of the classes of the workloads. */
  static List<String> classes() throws IOException {
    try (JarFile jar = new JarFile(benchmarks().toFile())) {
      return entries(jar).stream()
          .map(entry -> entry.getName().replace(".class", "").replace('/', '.'))
          .filter(name -> !name.endsWith("package-info"))
          .toList();
    }
  }

  private static List<JarEntry> entries(JarFile jar) {
    List<JarEntry> entries = new ArrayList<>();
    jar.stream()
        .filter(entry -> entry.getName().startsWith(Variant.PACKAGE.replace('.', '/')))
        .filter(entry -> entry.getName().endsWith(".class"))
        .forEach(entries::add);
    return entries;
  }

  private static Path benchmarks() {
    return ChildProcess.project(Path.of("benchmarks", "target", "benchmarks.jar"));
  }
}
