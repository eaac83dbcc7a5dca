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
 * @param unseen binary names of classes that were to be traced and could not be; a notice says why
 * @param cut why calls may be missing, in events and in counts; empty if none is
 * @param dropped why events may be missing that are counted; empty if none is
 */
public record RecordedScope(
    Set<RecordedPart> parts,
    List<String> includes,
    List<String> excludes,
    List<String> callsTo,
    List<String> unseen,
    String cut,
    String dropped) {
  /**
   * Copies the collections.
   *
   * @param parts what was recorded
   * @param includes prefixes of what was traced
   * @param excludes prefixes of what was not
   * @param callsTo prefixes of what was called from there
   * @param unseen classes that could not be traced
   * @param cut why calls may be missing
   * @param dropped why events may be missing
   */
  public RecordedScope {
    parts = Set.copyOf(parts);
    includes = List.copyOf(includes);
    excludes = List.copyOf(excludes);
    callsTo = List.copyOf(callsTo);
    unseen = List.copyOf(unseen);
  }

  /**
   * Describes a recording that lacks nothing.
   *
   * @param parts what was recorded
   * @param includes prefixes of what was traced
   * @param excludes prefixes of what was not
   */
  public RecordedScope(Set<RecordedPart> parts, List<String> includes, List<String> excludes) {
    this(parts, includes, excludes, List.of(), List.of(), "", "");
  }

  /** Says why calls may be missing that a pattern names; empty if none is. */
  Optional<String> mayLack(MethodPattern pattern, RecordedPart part) {
    Optional<String> alone = unseen.stream().filter(pattern::mayBeIn).findFirst();
    if (alone.isPresent()) {
      return Optional.of(alone.get() + " was not recorded: see the notices of the trace");
    }
    String reason = cut.isEmpty() && part == RecordedPart.CALLS ? dropped : cut;
    return reason.isEmpty() ? Optional.empty() : Optional.of(reason);
  }

  /** Says why nothing that a pattern names was traced; empty if some of it may have been. */
  Optional<String> notTraced(MethodPattern pattern) {
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

  /** Source paths may begin anywhere, so nothing is said of them. */
  private static boolean overlap(String names, String include) {
    return include.indexOf('/') >= 0 || isWithin(names, include) || isWithin(include, names);
  }

  private static boolean isWithin(String name, String prefix) {
    return name.startsWith(prefix)
        && (name.length() == prefix.length() || ".$".indexOf(name.charAt(prefix.length())) >= 0);
  }
}
