package dev.bottrace.option;

import java.util.ArrayList;
import java.util.List;

/**
 * Which code is traced. Without includes it is the program's own: classes from directories, from
 * the jar with the main class, and from the source file. Immutable.
 *
 * @param includes prefixes that replace that default
 * @param excludes prefixes of what is not traced in any case
 * @param lambdas whether the bodies of lambda expressions are traced
 * @param callsTo prefixes of code that is not traced and whose calls from traced code are
 */
public record Scope(
    List<String> includes, List<String> excludes, boolean lambdas, List<String> callsTo) {
  /** The program's own code, with its lambdas. */
  public static final Scope DEFAULT = new Scope(List.of(), List.of(), true);

  /**
   * Copies the lists and checks the prefixes.
   *
   * @param includes packages, classes or source paths
   * @param excludes packages, classes or source paths
   * @param lambdas whether the bodies of lambda expressions are traced
   * @param callsTo packages, classes or source paths
   * @throws IllegalArgumentException if a prefix is blank or could not be one
   */
  public Scope {
    includes = List.copyOf(includes);
    excludes = List.copyOf(excludes);
    callsTo = List.copyOf(callsTo);
    for (String prefix : includes) {
      SourcePrefix.check("include", prefix);
    }
    for (String prefix : excludes) {
      SourcePrefix.check("exclude", prefix);
    }
    for (String prefix : callsTo) {
      SourcePrefix.check("callsTo", prefix);
    }
  }

  /**
   * Makes a scope whose calls of other code are not recorded.
   *
   * @param includes packages, classes or source paths
   * @param excludes packages, classes or source paths
   * @param lambdas whether the bodies of lambda expressions are traced
   * @throws IllegalArgumentException if a prefix is blank or could not be one
   */
  public Scope(List<String> includes, List<String> excludes, boolean lambdas) {
    this(includes, excludes, lambdas, List.of());
  }

  Scope include(String prefix) {
    return new Scope(added(includes, prefix), excludes, lambdas, callsTo);
  }

  Scope exclude(String prefix) {
    return new Scope(includes, added(excludes, prefix), lambdas, callsTo);
  }

  Scope callsTo(String prefix) {
    return new Scope(includes, excludes, lambdas, added(callsTo, prefix));
  }

  Scope withoutLambdas() {
    return new Scope(includes, excludes, false, callsTo);
  }

  private static List<String> added(List<String> prefixes, String prefix) {
    List<String> more = new ArrayList<>(prefixes);
    more.add(prefix);
    return more;
  }
}
