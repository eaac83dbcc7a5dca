package dev.bottrace.assertj;

/** Compares classes of exceptions by name, as a traced program has its own copies of classes. */
final class ThrownTypes {
  private ThrownTypes() {}

  /** Tells whether an exception is of a type. */
  static boolean isA(Throwable thrown, Class<?> type) {
    for (Class<?> at = thrown.getClass(); at != null; at = at.getSuperclass()) {
      if (at.getName().equals(type.getName())) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether an exception of a class is of a type, as far as the class can be found. */
  static boolean isA(String className, Class<?> type) {
    if (className.equals(type.getName())) {
      return true;
    }
    try {
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      return type.isAssignableFrom(Class.forName(className, false, loader));
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
