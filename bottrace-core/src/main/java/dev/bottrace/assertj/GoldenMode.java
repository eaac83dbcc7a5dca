package dev.bottrace.assertj;

import org.jspecify.annotations.Nullable;

/** What to do about golden files: compare with them, write them, or refuse to. */
enum GoldenMode {
  COMPARE,
  UPDATE,
  /** Writing was asked for where nobody would review what is written. */
  REFUSE;

  /** The system property that asks for writing. */
  static final String PROPERTY = "bottrace.golden";

  /** Stands for the property where a build tool does not hand it on to the JVM of the tests. */
  static final String VARIABLE = "BOTTRACE_GOLDEN";

  private static final String WRITE = "update";

  /** Reads what this process was told. */
  static GoldenMode current() {
    return of(System.getProperty(PROPERTY), System::getenv);
  }

  /**
   * Decides.
   *
   * @throws IllegalArgumentException if property or variable have a value that means nothing
   */
  static GoldenMode of(@Nullable String property, Environment environment) {
    String wanted = property == null ? environment.get(VARIABLE) : property;
    if (wanted == null || wanted.isEmpty()) {
      return COMPARE;
    }
    if (!wanted.equals(WRITE)) {
      String name = property == null ? VARIABLE : "-D" + PROPERTY;
      throw new IllegalArgumentException(
          name + '=' + wanted + " means nothing; to write golden files: " + name + '=' + WRITE);
    }
    String ci = environment.get("CI");
    return ci == null || ci.isEmpty() || ci.equalsIgnoreCase("false") ? UPDATE : REFUSE;
  }

  /** The variables of a process. */
  interface Environment {
    /** Returns the value of a variable; null if there is none. */
    @Nullable String get(String name);
  }
}
