package dev.bottrace.internal.launch;

import dev.bottrace.internal.instrument.ClassInstrumenter;
import dev.bottrace.internal.launch.ClassPath.Found;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A class that the JVM accepts as its compiler made it, but not as we have changed it.
 *
 * @param name its binary name
 * @param reason what the JVM said of it, on one line
 */
record BrokenClass(String name, String reason) {
  /** Names of classes in the messages of the JVM, with slashes or with dots. */
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_$/.]+");

  private static final int CAUSES = 16;

  /**
   * Finds the class behind an error. Whose fault it is, is told by both forms of the class, each in
   * a loader of its own: whatever the program has wrong in itself is wrong in both.
   *
   * @param thrown what the program meets
   * @param program gives classes their probes
   * @param loader has the program's classes
   * @return null if it is no class that we have broken
   */
  static @Nullable BrokenClass behind(Throwable thrown, LoadedProgram program, ClassLoader loader) {
    Throwable cause = thrown;
    for (int i = 0; cause != null && i < CAUSES; i++) {
      if (isOfClassFile(cause)) {
        for (String name : names(String.valueOf(cause.getMessage()))) {
          BrokenClass broken = broken(name, program, loader);
          if (broken != null) {
            return broken;
          }
        }
      }
      cause = cause.getCause();
    }
    return null;
  }

  /** Says what has happened to the class. */
  String description() {
    return name + " could not be instrumented (" + reason + ")";
  }

  /** Says it where the program has met the error. */
  String notice(String exclude) {
    return description() + "; the error is not the program's own: run it again with " + exclude;
  }

  private static boolean isOfClassFile(Throwable thrown) {
    return thrown instanceof VerifyError
        || thrown instanceof ClassFormatError
        || thrown instanceof IncompatibleClassChangeError;
  }

  /** A name with dots may have that of a method behind it. */
  private static Set<String> names(String message) {
    Set<String> names = new LinkedHashSet<>();
    Matcher matcher = NAME.matcher(message);
    while (matcher.find()) {
      String found = matcher.group();
      int dot = found.lastIndexOf('.');
      names.add(found.replace('/', '.'));
      if (dot > 0) {
        names.add(found.substring(0, dot).replace('/', '.'));
      }
    }
    return names;
  }

  private static @Nullable BrokenClass broken(
      String name, LoadedProgram program, ClassLoader loader) {
    ClassInstrumenter instrumenter = program.instrumenter();
    Found found =
        name.isEmpty() ? null : program.classPath().find(name.replace('.', '/') + ".class");
    if (instrumenter == null || found == null) {
      return null;
    }
    try {
      byte[] original = found.resource().read();
      byte[] changed = instrumenter.instrument(original, found.location().own()).classFile();
      Throwable problem = changed == original ? null : new Scratch(loader).problem(name, changed);
      return problem == null || new Scratch(loader).problem(name, original) != null
          ? null
          : new BrokenClass(name, problem.getClass().getSimpleName() + firstLine(problem));
    } catch (IOException e) {
      return null;
    }
  }

  private static String firstLine(Throwable problem) {
    String message = problem.getMessage();
    return message == null ? "" : ": " + message.lines().findFirst().orElse("");
  }

  /** Defines one class, and finds all others where the program does. */
  private static final class Scratch extends ClassLoader {
    Scratch(ClassLoader parent) {
      super(parent);
    }

    /** Has the JVM verify a class, without running any of its code. */
    @Nullable Throwable problem(String name, byte[] classFile) {
      try {
        var unused = defineClass(name, classFile, 0, classFile.length).getDeclaredMethods();
        return null;
      } catch (LinkageError e) {
        return isOfClassFile(e) ? e : null;
      }
    }
  }
}
