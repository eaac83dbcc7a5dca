package dev.bottrace.option;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The three ways to write a prefix, brought to one: names with slashes between them. */
final class SourcePrefix {
  /** Where a source tree begins by convention: the longest such head is not part of the package. */
  private static final Pattern SOURCE_ROOT =
      Pattern.compile(
          "^(?:.*/)?src/(?:[^/]+/(?:java|kotlin|scala|groovy)/)?|^(?:java|kotlin|scala|groovy)/src/");

  private SourcePrefix() {}

  static void check(String option, String prefix) {
    boolean gap = prefix.contains("..") && prefix.indexOf('/') < 0;
    if (gap || normalized(prefix).isEmpty()) {
      throw new OptionValueException(
          option, "needs a package, class or source path, not '" + prefix + "'");
    }
    for (char forbidden : new char[] {'*', '?', ' ', ';', ':', '['}) {
      if (prefix.indexOf(forbidden) >= 0) {
        throw new OptionValueException(
            option,
            "takes a package, class or source path without '"
                + forbidden
                + "', not '"
                + prefix
                + "'");
      }
    }
  }

  /**
   * Returns all readings of a prefix. A path below a source root has two, with and without that
   * root; so has {@code com.acme.scala}, a package or a file without one.
   */
  static List<String> readings(String prefix) {
    String path = normalized(prefix);
    if (path.indexOf('/') < 0 && path.indexOf('.') >= 0) {
      return List.of(path, path.replace('.', '/'));
    }
    Matcher root = SOURCE_ROOT.matcher(path + "/");
    if (!root.find() || root.end() >= path.length()) {
      return List.of(path);
    }
    return List.of(path, path.substring(root.end()));
  }

  private static String normalized(String prefix) {
    String path = prefix.trim().replace('\\', '/');
    boolean isPath = path.indexOf('/') >= 0 || path.endsWith(".java");
    if (!isPath && !hasSourceEnding(path)) {
      path = path.replace('.', '/');
    }
    while (path.startsWith("./")) {
      path = path.substring(2);
    }
    return path.replaceAll("/+", "/").replaceAll("^/|/$", "");
  }

  private static boolean hasSourceEnding(String path) {
    return path.endsWith(".kt") || path.endsWith(".scala") || path.endsWith(".groovy");
  }
}
