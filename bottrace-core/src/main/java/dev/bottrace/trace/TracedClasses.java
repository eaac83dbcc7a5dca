package dev.bottrace.trace;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Which methods have probes, whether they ran or not. So a name that no method of a loaded class
 * has is not taken for one that never ran. Safe for use by any number of threads.
 */
public final class TracedClasses {
  /** None is known, as of a file. */
  public static final TracedClasses UNKNOWN = new TracedClasses(Map::of);

  private final Supplier<Map<String, Set<String>>> methods;

  /**
   * Makes a view of what was traced.
   *
   * @param methods returns the names of the methods that have probes, by the binary names of the
   *     classes that were in scope; none for an interface without code
   */
  public TracedClasses(Supplier<Map<String, Set<String>>> methods) {
    this.methods = methods;
  }

  /**
   * Says that a pattern is the whole name of a method that is none of its class.
   *
   * @param inScope tells of a binary name whether the class was to be traced
   * @return empty if there is such a method, if no such class is known, or if the pattern names
   *     several
   */
  Optional<String> lack(MethodPattern pattern, Predicate<String> inScope) {
    String text = pattern.toString();
    String method = text.substring(text.lastIndexOf('.') + 1);
    if (text.indexOf('*') >= 0 || text.contains("..") || method.startsWith("lambda$")) {
      return Optional.empty();
    }
    Map<String, Set<String>> candidates = new TreeMap<>();
    methods
        .get()
        .forEach(
            (name, known) -> {
              if (pattern.mayBeIn(name) && inScope.test(name)) {
                candidates.put(name, known);
              }
            });
    return candidates.isEmpty()
            || candidates.values().stream().anyMatch(known -> known.contains(method))
        ? Optional.empty()
        : Optional.of(lack(candidates, method));
  }

  private static String lack(Map<String, Set<String>> candidates, String method) {
    for (Map.Entry<String, Set<String>> candidate : candidates.entrySet()) {
      String owner = candidate.getKey();
      Optional<String> meant =
          NearestName.to(method, candidate.getValue(), method.length() / 3 + 1);
      if (meant.isPresent()) {
        return none(owner) + "; did you mean " + simple(owner) + '.' + meant.get() + '?';
      }
    }
    return none(candidates.keySet().iterator().next())
        + ": a method that it inherits, or leaves to others, is named by the class whose code runs,"
        + " as in *."
        + method;
  }

  private static String none(String owner) {
    return owner + " has no code for a method of that name";
  }

  private static String simple(String binaryName) {
    return binaryName.substring(binaryName.lastIndexOf('.') + 1);
  }
}
