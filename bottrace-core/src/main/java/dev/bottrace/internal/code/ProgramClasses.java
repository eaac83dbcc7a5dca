package dev.bottrace.internal.code;

import org.jspecify.annotations.Nullable;

/** What must be known of the classes of a program. Safe for use by any number of threads. */
public interface ProgramClasses {
  /**
   * Returns the class file of a class as its compiler made it.
   *
   * @param type the class
   * @return the bytes, not to be changed; null if they are not known
   */
  byte @Nullable [] classFile(Class<?> type);

  /**
   * Looks up a class that is loaded already. Loads none.
   *
   * @param binaryName its name, with dots
   * @param seenFrom the class whose loader gives the name its meaning
   * @return the class; null if it is not loaded
   */
  @Nullable Class<?> loaded(String binaryName, Class<?> seenFrom);

  /**
   * Tells whether the static initialiser of a class has run. Sets none off.
   *
   * @param type the class
   * @return false if it has not, or when in doubt
   */
  boolean isInitialized(Class<?> type);
}
