package dev.bottrace.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds patterns that are the name of something that ran or was traced, but of no method. */
final class MisreadPattern {
  private MisreadPattern() {}

  /**
   * Refuses a pattern that does not match a method but names its class or one of its packages.
   *
   * @param text of the pattern
   * @param method what it has for a method; null if it ends with {@code ..}
   */
  static void refuse(String text, @Nullable String method, TracedMethod candidate) {
    String meant =
        method == null
            ? classInsteadOfPackage(text.substring(0, text.length() - 2), candidate.className())
            : insteadOfMethod(text, method, candidate);
    if (meant != null) {
      throw notMethod(text, meant);
    }
  }

  /** Refuses a pattern that is the name of what was traced, or of a package of that. */
  static void refuse(String text, List<String> includes) {
    for (String include : includes) {
      if (include.equals(text) || isPackageOf(text, include)) {
        throw notMethod(
            text, "the request has .include(\"" + include + "\"); " + packageOrClass(text));
      }
    }
  }

  private static IllegalArgumentException notMethod(String text, String meant) {
    return new IllegalArgumentException("'" + text + "' names no method: " + meant);
  }

  /** Says how to write either, beginning with what the case of its last name makes likely. */
  private static String packageOrClass(String text) {
    String asPackage = text + ".. for all of the package";
    String asClass = text + ".* for all methods of the class";
    return Character.isUpperCase(text.charAt(text.lastIndexOf('.') + 1))
        ? "write " + asClass + ", or " + asPackage
        : "write " + asPackage + ", or " + asClass;
  }

  private static @Nullable String classInsteadOfPackage(String name, String className) {
    return isClass(name, className)
        ? name + " is a class that ran, no package; write " + name + ".* for all its methods"
        : null;
  }

  private static @Nullable String insteadOfMethod(
      String text, String method, TracedMethod candidate) {
    String className = candidate.className();
    if (className.equals(text)) {
      return "it is a class that ran; write " + text + ".* for all its methods";
    }
    if (isPackageOf(text, className)) {
      return "it is a package of which something ran; write " + text + ".. for all of it";
    }
    String owner = text.substring(0, text.length() - method.length() - 1);
    if (isPackageOf(owner, className)) {
      String ran = owner + " is a package of which something ran; ";
      return method.indexOf('*') < 0
          ? ran + packageOrClass(text)
          : ran + "write " + owner + ".. for all of it, or " + text + ".* for its classes";
    }
    return className.indexOf('$') < 0 ? null : nested(text, owner, method, candidate);
  }

  /** Finds a nested class that is given as in source code. */
  private static @Nullable String nested(
      String text, String owner, String method, TracedMethod candidate) {
    String className = candidate.className();
    String dotted = className.replace('$', '.');
    if (isClass(owner, dotted)
        && owner.indexOf('.') >= 0
        && Wildcards.match(method, candidate.name())) {
      return "a nested class is written with $: " + tail(className, owner) + '.' + method;
    }
    if (isClass(text, dotted)) {
      return "it is a nested class that ran; write " + tail(className, text) + ".*";
    }
    return null;
  }

  private static String tail(String className, String name) {
    return className.substring(className.length() - name.length());
  }

  /** Also without its package. */
  private static boolean isClass(String name, String className) {
    return className.equals(name)
        || (className.endsWith(name)
            && className.charAt(className.length() - name.length() - 1) == '.');
  }

  private static boolean isPackageOf(String name, String className) {
    return className.length() > name.length()
        && className.charAt(name.length()) == '.'
        && className.startsWith(name);
  }
}
