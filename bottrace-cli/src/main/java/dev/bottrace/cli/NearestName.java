package dev.bottrace.cli;

import java.util.Collection;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Guesses which name somebody had in mind. */
final class NearestName {
  private NearestName() {}

  /**
   * Finds the known name that takes the fewest edits to get to; null if it would take more than
   * half of the letters.
   */
  static @Nullable String of(String name, Collection<String> known) {
    String wanted = name.indexOf('=') < 0 ? name : name.substring(0, name.indexOf('='));
    String nearest = null;
    int fewest = (withoutHyphens(wanted).length() + 1) / 2 + 1;
    for (String candidate : new TreeSet<>(known)) {
      int edits = edits(withoutHyphens(wanted), withoutHyphens(candidate));
      if (edits < fewest) {
        fewest = edits;
        nearest = candidate;
      }
    }
    return nearest;
  }

  private static String withoutHyphens(String name) {
    return name.replaceFirst("^-+", "");
  }

  /** Levenshtein's distance: letters put in, taken out or replaced. */
  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
