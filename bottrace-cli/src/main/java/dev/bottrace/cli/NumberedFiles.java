package dev.bottrace.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The names of a JVM's files, in which {@code %n} is one number that no other JVM has. */
final class NumberedFiles {
  private final int number;

  private NumberedFiles(int number) {
    this.number = number;
  }

  /**
   * Takes the first number that is free in all names, by making the files: JVMs may start at the
   * same time.
   */
  static NumberedFiles of(List<String> patterns) throws IOException {
    List<String> numbered = patterns.stream().filter(NumberedFiles::hasNumber).toList();
    NumberedFiles files = new NumberedFiles(1);
    while (!files.areMade(numbered)) {
      files = new NumberedFiles(files.number + 1);
    }
    return files;
  }

  private static boolean hasNumber(String pattern) {
    return pattern.replace("%%", "").contains("%n");
  }

  /** Makes all files of this number, or none. */
  private boolean areMade(List<String> patterns) throws IOException {
    List<Path> made = new ArrayList<>();
    for (String pattern : patterns) {
      Path file = RunOutput.path("out", name(pattern));
      if (!isMade(file)) {
        for (Path other : made) {
          Files.delete(other);
        }
        return false;
      }
      made.add(file);
    }
    return true;
  }

  private static boolean isMade(Path file) throws IOException {
    try {
      Files.createFile(file);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  /** Returns what a pattern stands for. */
  String name(String pattern) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char next = i + 1 < pattern.length() && pattern.charAt(i) == '%' ? pattern.charAt(i + 1) : 0;
      switch (next) {
        case 'n' -> name.append(number);
        case 'p' -> name.append(ProcessHandle.current().pid());
        case '%' -> name.append('%');
        default -> name.append(pattern.charAt(i));
      }
      i += next == 'n' || next == 'p' || next == '%' ? 1 : 0;
    }
    return name.toString();
  }
}
