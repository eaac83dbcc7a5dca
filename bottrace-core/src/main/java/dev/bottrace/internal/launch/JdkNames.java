package dev.bottrace.internal.launch;

/**
 * Tells names that classes of a JDK can have from those that they can't. Asking the platform class
 * loader for each class of the program first would cost an exception for each.
 */
final class JdkNames {
  private static final String[] PREFIXES = {
    "java.",
    "javax.",
    "jdk.",
    "sun.",
    "com.sun.",
    "org.w3c.",
    "org.xml.",
    "org.ietf.",
    "org.jcp.",
    "netscape.",
    "org.graalvm.",
    "com.oracle.",
    "oracle.",
    "com.ibm.",
    "openj9.",
    "com.azul."
  };

  private JdkNames() {}

  static boolean mayBeInJdk(String className) {
    for (String prefix : PREFIXES) {
      if (className.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
