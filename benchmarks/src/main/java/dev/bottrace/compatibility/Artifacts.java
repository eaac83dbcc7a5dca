package dev.bottrace.compatibility;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets Maven resolve what programs need, as its own settings say: a project with one module for
 * each, made in a directory. What was resolved before is not asked for again.
 */
final class Artifacts {
  private static final String GOAL =
      "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath";
  private static final String RESOLVED = "resolved";

  private final Path directory;

  Artifacts(Path directory) {
    this.directory = directory;
  }

  /** Resolves all. */
  void resolve(List<Program> programs) throws IOException, InterruptedException {
    List<String> modules = new ArrayList<>();
    for (Program program : programs) {
      for (String key : List.of("artifacts", "data")) {
        if (!program.words(key).isEmpty() && !isResolved(program, key)) {
          String module = module(program, key);
          write(module, project(module, program.words(key), List.of()));
          modules.add(module);
        }
      }
    }
    if (!modules.isEmpty()) {
      write("", project("all", List.of(), modules));
      runMaven();
      for (Program program : programs) {
        for (String key : List.of("artifacts", "data")) {
          Files.writeString(resolved(program, key), String.join(" ", program.words(key)));
        }
      }
    }
  }

  private boolean isResolved(Program program, String key) throws IOException {
    Path resolved = resolved(program, key);
    return Files.exists(resolved)
        && Files.readString(resolved).equals(String.join(" ", program.words(key)))
        && jars(program, key).stream().allMatch(Files::exists);
  }

  private Path resolved(Program program, String key) throws IOException {
    return Files.createDirectories(directory.resolve(module(program, key))).resolve(RESOLVED);
  }

  private static String module(Program program, String key) {
    return program.name() + "-" + key;
  }

  /** Returns the jars of what stands behind a key, and all that it needs. */
  List<Path> jars(Program program, String key) throws IOException {
    Path file = directory.resolve(module(program, key)).resolve("classpath");
    List<Path> jars = new ArrayList<>();
    if (Files.exists(file) && !program.words(key).isEmpty()) {
      for (String jar : Files.readString(file).split(File.pathSeparator, -1)) {
        jars.add(Path.of(jar));
      }
    }
    return jars;
  }

  private void write(String module, String project) throws IOException {
    Path parent = Files.createDirectories(directory.resolve(module));
    Files.writeString(parent.resolve("pom.xml"), project);
  }

  private static String project(String name, List<String> artifacts, List<String> modules) {
    StringBuilder project = new StringBuilder("<project>\n<modelVersion>4.0.0</modelVersion>\n");
    project.append("<groupId>compatibility</groupId>\n<artifactId>").append(name);
    project.append("</artifactId>\n<version>1</version>\n<packaging>pom</packaging>\n<modules>\n");
    modules.forEach(module -> project.append("<module>").append(module).append("</module>\n"));
    project.append("</modules>\n<dependencies>\n");
    artifacts.forEach(artifact -> append(project, artifact.split(":", -1)));
    return project.append("</dependencies>\n</project>\n").toString();
  }

  private static void append(StringBuilder project, String... parts) {
    List<String> names = List.of("groupId", "artifactId", "version", "classifier");
    project.append("<dependency>");
    for (int i = 0; i < parts.length; i++) {
      String name = names.get(i);
      project.append('<').append(name).append('>').append(parts[i]);
      project.append("</").append(name).append('>');
    }
    project.append("</dependency>\n");
  }

  private void runMaven() throws IOException, InterruptedException {
    List<String> command =
        List.of("mvn", "-q", "-B", GOAL, "-Dmdep.outputFile=classpath", "-Dstyle.color=never");
    Process maven =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(Redirect.INHERIT)
            .redirectError(Redirect.INHERIT)
            .start();
    if (maven.waitFor() != 0) {
      throw new IllegalStateException("Maven can't resolve all programs: see above");
    }
  }
}
