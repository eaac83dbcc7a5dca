package dev.bottrace.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The programs of W5. */
enum RealProgram {
  FORMATTER("formatter.jar", "com.google", 3),
  DATABASE("database.jar", "org.h2", 3);

  private final String jar;
  private final String scope;
  private final int rounds;

  RealProgram(String jar, String scope, int rounds) {
    this.jar = jar;
    this.scope = scope;
    this.rounds = rounds;
  }

  Path jar() {
    return ChildProcess.project(Path.of("benchmarks", "target", "programs", jar));
  }

  /** Returns the prefix of what is traced. */
  String scope() {
    return scope;
  }

  int rounds() {
    return rounds;
  }

  /** Returns the input, which is made in the directory if it is not there yet. */
  Path input(Path directory) throws IOException {
    return this == FORMATTER
        ? ChildProcess.project(
            Path.of("bottrace-core", "src", "main", "java", "dev", "bottrace", "internal", "watch"))
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
}
