package dev.bottrace.trace;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was asked for when something was recorded: so a trace knows what it would hold, had it
 * happened. Immutable.
 *
 * @param parts what was recorded; other questions are refused
 * @param includes prefixes of what was traced; empty if it was the program's own code
 * @param excludes prefixes of what was not
 * @param callsTo prefixes of what was not traced, and whose calls from what was are recorded
 * @param missing why it may lack calls
 * @param classes what was traced
 */
public record RecordedScope(
    Set<RecordedPart> parts,
    List<String> includes,
    List<String> excludes,
    List<String> callsTo,
    MissingCalls missing,
    TracedClasses classes) {
  /**
   * Copies the collections.
   *
   * @param parts what was recorded
   * @param includes prefixes of what was traced
   * @param excludes prefixes of what was not
   * @param callsTo prefixes of what was called from there
   * @param missing why it may lack calls
   * @param classes what was traced
   */
  public RecordedScope {
    parts = Set.copyOf(parts);
    includes = List.copyOf(includes);
    excludes = List.copyOf(excludes);
    callsTo = List.copyOf(callsTo);
  }

  /**
   * Describes a recording that lacks nothing.
   *
   * @param parts what was recorded
   * @param includes prefixes of what was traced
   * @param excludes prefixes of what was not
   */
  public RecordedScope(Set<RecordedPart> parts, List<String> includes, List<String> excludes) {
    this(parts, includes, excludes, List.of(), MissingCalls.NONE, TracedClasses.UNKNOWN);
  }

  /**
   * Says why nothing that a pattern names was traced; empty if some of it may have been.
   *
   * @throws IllegalArgumentException if it is the name of a class or package that was traced
   */
  Optional<String> notTraced(MethodPattern pattern) {
    MisreadPattern.refuse(pattern.toString(), includes);
    String names = pattern.commonPrefix();
    if (names.isEmpty() || callsTo.stream().anyMatch(prefix -> overlap(names, prefix))) {
      return Optional.empty();
    }
    Optional<String> excluded = excludes.stream().filter(e -> isWithin(names, e)).findFirst();
    if (excluded.isPresent()) {
      return Optional.of(
          pattern + " was not traced: the request has .exclude(\"" + excluded.get() + "\")");
    }
    if (isWithin(names, "java")) {
      return Optional.of(
          pattern
              + " was not traced, as no class of the JDK is: to see calls of it from traced code, add"
              + " .callsTo(\""
              + names
              + "\") to the request");
    }
    if (includes.isEmpty()) {
      return Optional.empty();
    }
    return includes.stream().anyMatch(include -> overlap(names, include))
        ? Optional.empty()
        : Optional.of(pattern + " was not traced: add .include(\"" + names + "\") to the request");
  }

  /** Says why calls may be missing that a pattern names; empty if none is. */
  Optional<String> mayLack(MethodPattern pattern, RecordedPart part) {
    Optional<String> missed = missing.of(pattern, part);
    return missed.isPresent() ? missed : classes.lack(pattern, this::isTraced);
  }

  /** Of source paths it is taken for granted: they may begin anywhere. */
  private boolean isTraced(String className) {
    return excludes.stream().noneMatch(exclude -> isWithin(className, exclude))
        && (includes.isEmpty()
            || includes.stream().anyMatch(i -> i.indexOf('/') >= 0 || isWithin(className, i)));
  }

  /** Source paths may begin anywhere, so nothing is said of them. */
  private static boolean overlap(String names, String include) {
    return include.indexOf('/') >= 0 || isWithin(names, include) || isWithin(include, names);
  }

  private static boolean isWithin(String name, String prefix) {
    return name.startsWith(prefix)
        && (name.length() == prefix.length() || ".$".indexOf(name.charAt(prefix.length())) >= 0);
  }
}
