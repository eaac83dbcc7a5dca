package dev.bottrace.internal.instrument;

/** Links classes, and says what goes wrong. */
final class Linking {
  private Linking() {}

  /**
   * Links a class. Asking for its methods does, and does not initialise it.
   *
   * @param name of the class
   * @param loader that defines it
   * @return what went wrong, the same in each run; empty if nothing did
   */
  static String of(String name, ClassLoader loader) {
    try {
      return Class.forName(name, false, loader).getDeclaredMethods() == null ? "no methods" : "";
    } catch (NoClassDefFoundError e) {
      return "an optional class is missing"; // which one is found first depends on addresses
    } catch (ClassNotFoundException | LinkageError | RuntimeException e) {
      return e.toString().replaceAll("@[0-9a-fx]+", "");
    }
  }
}
