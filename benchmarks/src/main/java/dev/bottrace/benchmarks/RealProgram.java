package dev.bottrace.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The programs of W5. */
enum RealProgram {
  FORMATTER("W5, google-java-format", "formatter.jar", "com.google"),
  DATABASE("W5, H2", "database.jar", "org.h2");

  private final String title;
  private final String jar;
  private final String scope;

  RealProgram(String title, String jar, String scope) {
    this.title = title;
    this.jar = jar;
    this.scope = scope;
  }

  Path jar() {
    return ChildProcess.project(Path.of("benchmarks", "target", "programs", jar));
  }

  /** Returns the prefix of what is traced. */
  String scope() {
    return scope;
  }

  /** Returns the input, which is made in the directory if it is not there yet. */
  Path input(Path directory) throws IOException {
    return this == FORMATTER
        ? ChildProcess.project(
            Path.of("bottrace-core", "src", "main", "java", "dev", "bottrace", "option"))
        : DatabaseScript.write(directory);
  }

  /** Returns options that the JVM needs to run it. */
  List<String> jvmOptions() {
    return this == FORMATTER
        ? List.of("api", "code", "file", "parser", "tree", "util").stream()
            .map(part -> "--add-exports=jdk.compiler/com.sun.tools.javac." + part + "=ALL-UNNAMED")
            .toList()
        : List.of();
  }

  @Override
  public String toString() {
    return title;
  }
}
