package dev.bottrace.internal.instrument;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What methods of a class have to go without, as they would not stand it. */
final class Concessions {
  private final Map<String, Level> levels = new HashMap<>();
  private final Set<String> highSlots = new HashSet<>();
  private final Set<String> unchecked = new HashSet<>();
  private final boolean checksEnd;
  private final boolean crosses;
  private final Map<String, String> warnings = new LinkedHashMap<>();

  /**
   * Makes them: none so far.
   *
   * @param checksEnd whether methods check for the end of their program
   * @param crosses whether calls of code that is not traced have probes
   */
  Concessions(boolean checksEnd, boolean crosses) {
    this.checksEnd = checksEnd;
    this.crosses = crosses;
  }

  /** From everything to nothing. */
  private enum Level {
    ALL,
    NO_TESTS,
    NO_LOCALS,
    NO_CALLS_TO,
    NO_CALLS,
    NOTHING
  }

  /** Tells whether a method's probes have their variables behind all others. */
  boolean hasHighSlots(String method) {
    return highSlots.contains(method);
  }

  boolean followsLocals(String method) {
    return level(method).compareTo(Level.NO_LOCALS) < 0;
  }

  /** Tells whether a method's own code tests the conditions of its breakpoints. */
  boolean testsConditions(String method) {
    return level(method) == Level.ALL;
  }

  /** Tells whether a method's calls of code that is not traced have probes. */
  boolean crosses(String method) {
    return crosses && level(method).compareTo(Level.NO_CALLS_TO) < 0;
  }

  boolean isTraced(String method) {
    return level(method).compareTo(Level.NO_CALLS) < 0;
  }

  boolean hasSites(String method) {
    return level(method) != Level.NOTHING;
  }

  boolean checksEnd(String method) {
    return checksEnd && !unchecked.contains(method);
  }

  private Level level(String method) {
    return levels.getOrDefault(method, Level.ALL);
  }

  void overlapping(String method, RuntimeException failure) {
    if (!highSlots.add(method)) {
      leave(method, "its variables overlap", failure);
    }
  }

  /** Notes a method to leave without probes; one that fails without them too is no method. */
  void leave(String method, String reason, RuntimeException failure) {
    if (!isTraced(method)) {
      throw failure;
    }
    levels.put(method, Level.NO_CALLS);
    warn(method, "is not traced: " + reason);
  }

  /** Takes away one thing more from a method. */
  void tooLarge(String method, RuntimeException failure) {
    if (checksEnd && unchecked.add(method)) {
      String name = method.substring(0, method.indexOf('('));
      warnings.put(
          "end of " + method,
          "method " + name + " can't be ended where it loops: checks would make it pass 64 KB");
      return;
    }
    switch (level(method)) {
      case ALL -> levels.put(method, Level.NO_TESTS);
      case NO_TESTS -> levels.put(method, Level.NO_LOCALS);
      case NO_LOCALS -> noCallsTo(method, failure);
      case NO_CALLS_TO -> leave(method, "with probes it would pass 64 KB", failure);
      case NO_CALLS -> {
        levels.put(method, Level.NOTHING);
        warn(method, "has no breakpoints: with them it would pass 64 KB");
      }
      case NOTHING -> throw failure;
    }
  }

  private void noCallsTo(String method, RuntimeException failure) {
    if (crosses) {
      levels.put(method, Level.NO_CALLS_TO);
      warn(method, "is traced without its calls to other code: with them it would pass 64 KB");
    } else {
      leave(method, "with probes it would pass 64 KB", failure);
    }
  }

  private void warn(String method, String what) {
    warnings.put(method, "method " + method.substring(0, method.indexOf('(')) + ' ' + what);
  }

  List<String> warnings() {
    return List.copyOf(warnings.values());
  }
}
