package dev.bottrace.cli;

import dev.bottrace.trace.NearestName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Guesses which option somebody had in mind. */
final class NearestOption {
  private NearestOption() {}

  /**
   * Finds the known option that takes the fewest edits to get to, hyphens not counted; null if it
   * would take more than half of the letters.
   */
  static @Nullable String of(String name, Collection<String> known) {
    String wanted =
        withoutHyphens(name.indexOf('=') < 0 ? name : name.substring(0, name.indexOf('=')));
    Map<String, String> options = new LinkedHashMap<>();
    for (String option : new TreeSet<>(known)) {
      options.putIfAbsent(withoutHyphens(option), option);
    }
    return NearestName.to(wanted, options.keySet(), (wanted.length() + 1) / 2)
        .map(options::get)
        .orElse(null);
  }

  private static String withoutHyphens(String name) {
    return name.replaceFirst("^-+", "");
  }
}
