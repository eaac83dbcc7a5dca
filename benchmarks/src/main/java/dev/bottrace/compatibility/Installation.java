package dev.bottrace.compatibility;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bottrace.benchmarks.ChildProcess;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * A program that is ready to run.
 *
 * @param program what it is
 * @param classPath its jars, and what was compiled for it
 * @param data jars that it gets as arguments
 * @param jar what is started with {@code -jar}; an empty path if it has a main class
 */
record Installation(Program program, List<Path> classPath, List<Path> data, Path jar) {
  /** Makes a program ready in a directory of its own. */
  static Installation of(Program program, Artifacts artifacts, Path directory) throws IOException {
    List<Path> jars = artifacts.jars(program, "artifacts");
    List<Path> data = artifacts.jars(program, "data");
    Path classes = directory.resolve("classes");
    if (Files.exists(directory)) {
      ChildProcess.delete(directory);
    }
    List<Path> all = Stream.concat(jars.stream(), data.stream()).toList();
    boolean hasDriver = compile(program, all, Files.createDirectories(classes));
    if (!program.words("boot").isEmpty()) {
      Path jar = directory.resolve("application.jar");
      BootJar.write(jar, program.text("boot"), data.get(0), classes, jars);
      return new Installation(program, List.of(), data, jar);
    }
    List<Path> classPath = new ArrayList<>();
    if (hasDriver) {
      classPath.add(classes);
    }
    classPath.addAll(jars);
    return new Installation(program, classPath, data, Path.of(""));
  }

  /** Compiles the sources in the directories {@code driver}; all other files there are copied. */
  private static boolean compile(Program program, List<Path> jars, Path classes)
      throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("-nowarn", "-Xlint:none", "--release", "17", "-g", "-proc:none"));
    arguments.addAll(List.of("-d", classes.toString(), "-cp", joined(jars)));
    int options = arguments.size();
    for (Path input : program.inputs()) {
      Path driver = input.resolve("driver");
      if (Files.isDirectory(driver)) {
        for (Path file : files(driver)) {
          if (file.toString().endsWith(".java")) {
            arguments.add(file.toString());
          } else {
            Files.copy(file, classes.resolve(driver.relativize(file)));
          }
        }
      }
    }
    if (arguments.size() == options) {
      return false;
    }
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, errors, arguments.toArray(new String[0]));
    if (failed != 0) {
      throw new IllegalStateException(
          "can't compile what starts " + program.name() + ":\n" + errors.toString(UTF_8));
    }
    return true;
  }

  /** Returns all files below a directory. */
  static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Fills a working directory with copies of the inputs. */
  void fill(Path work) throws IOException {
    for (Path input : program.inputs()) {
      for (Path file : files(input)) {
        Path relative = input.relativize(file);
        if (!Program.isOurs(relative)) {
          copy(file, work.resolve(relative));
        }
      }
    }
    for (String copied : program.words("copies")) {
      int colon = copied.indexOf(':');
      Path from = ChildProcess.project(Path.of(copied.substring(colon + 1)));
      for (Path file : files(from)) {
        copy(file, work.resolve(copied.substring(0, colon)).resolve(from.relativize(file)));
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.toAbsolutePath().getParent());
    Files.copy(from, to);
  }

  /** Returns what it is started with: a class or a jar, and options before that. */
  List<String> start() {
    return jar.toString().isEmpty()
        ? List.of("-cp", joined(classPath), program.text("main"))
        : List.of("-jar", jar.toString());
  }

  /** Returns words of the program's file, with what stands in braces replaced. */
  List<String> words(String key, Path work) {
    return program.words(key).stream().map(word -> replaced(word, work)).toList();
  }

  private String replaced(String word, Path work) {
    String text = word.replace("{work}", work.toString()).replace("{classpath}", joined(classPath));
    int begin = text.indexOf("{jar:");
    if (begin < 0) {
      return text;
    }
    int end = text.indexOf('}', begin);
    String name = text.substring(begin + 5, end);
    for (Path path : data) {
      if (path.getFileName().toString().startsWith(name + "-")) {
        return text.substring(0, begin) + path + text.substring(end + 1);
      }
    }
    throw new IllegalStateException("no jar " + name + " among the data of " + program.name());
  }

  private static String joined(List<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
