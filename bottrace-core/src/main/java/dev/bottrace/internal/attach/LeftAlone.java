package dev.bottrace.internal.attach;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Classes that are not recorded, and why. Safe for use by any number of threads. */
final class LeftAlone {
  private static final int NAMED = 3;

  private final Map<String, Set<String>> byReason = new LinkedHashMap<>();

  synchronized void add(String className, String reason) {
    int address = className.indexOf('/'); // of a hidden class: another one each time
    String name = address < 0 ? className : className.substring(0, address);
    byReason.computeIfAbsent(reason, key -> new TreeSet<>()).add(name);
  }

  synchronized boolean isEmpty() {
    return byReason.isEmpty();
  }

  /** Returns the names of those that are left alone wherever it is recorded, in their order. */
  synchronized List<String> always() {
    return names(Changeable.ALWAYS::contains);
  }

  /** Returns the names of the others, in their order. */
  synchronized List<String> unseen() {
    return names(reason -> !Changeable.ALWAYS.contains(reason));
  }

  private List<String> names(Predicate<String> wanted) {
    Set<String> classes = new TreeSet<>();
    byReason.forEach((reason, names) -> classes.addAll(wanted.test(reason) ? names : Set.of()));
    return List.copyOf(classes);
  }

  /** Returns one line for each reason. */
  synchronized List<String> notices() {
    List<String> notices = new ArrayList<>();
    byReason.forEach((reason, names) -> notices.add(notice(reason, names)));
    return notices;
  }

  private static String notice(String reason, Set<String> names) {
    String named = String.join(", ", names.stream().limit(NAMED).toList());
    int more = names.size() - NAMED;
    String others = more <= 0 ? "" : " and " + more + (more == 1 ? " other" : " others");
    return "not recorded: " + named + others + ": " + reason;
  }
}
