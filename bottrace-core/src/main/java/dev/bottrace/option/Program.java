package dev.bottrace.option;

import java.nio.file.Path;
import java.util.Objects;

/**
 * What is run: a class with a {@code main} method, a jar, a source file, or what a JVM runs
 * already. Immutable.
 */
public sealed interface Program {
  /**
   * A class found on the class path.
   *
   * @param name binary name, as in {@code com.acme.App}; slashes in place of dots are taken too
   */
  record MainClass(String name) implements Program {
    /**
     * Checks that there is a name.
     *
     * @param name not blank
     * @throws IllegalArgumentException if it is blank
     */
    public MainClass {
      if (name.isBlank()) {
        throw new IllegalArgumentException("the main class has no name");
      }
    }
  }

  /**
   * A jar whose manifest names the main class and the rest of the class path.
   *
   * @param path where the jar is
   */
  record Jar(Path path) implements Program {
    /**
     * Checks that there is a path.
     *
     * @param path not null
     */
    public Jar {
      Objects.requireNonNull(path, "path");
    }
  }

  /**
   * A source file, compiled in memory together with the sibling sources that it uses.
   *
   * @param path where the source is
   */
  record Source(Path path) implements Program {
    /**
     * Checks that there is a path.
     *
     * @param path not null
     */
    public Source {
      Objects.requireNonNull(path, "path");
    }
  }

  /** The program of this JVM, whatever it is and whoever has started it. */
  record OfThisJvm() implements Program {}

  /**
   * Tells by its ending what a program is: {@code .jar} is a jar, {@code .java} a source file, all
   * else a class.
   *
   * @param program as written on the command line
   * @return the program
   * @throws IllegalArgumentException if it is blank
   */
  static Program of(String program) {
    Objects.requireNonNull(program, "program");
    if (program.endsWith(".jar")) {
      return new Jar(Path.of(program));
    }
    if (program.endsWith(".java")) {
      return new Source(Path.of(program));
    }
    return new MainClass(program);
  }
}
