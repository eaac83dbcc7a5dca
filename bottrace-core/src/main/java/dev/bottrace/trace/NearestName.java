package dev.bottrace.trace;

import java.util.Collection;
import java.util.Optional;

/** Guesses which name somebody had in mind. */
public final class NearestName {
  private NearestName() {}

  /**
   * Finds the known name that takes the fewest edits to get to: letters put in, taken out or
   * replaced.
   *
   * @param wrong what was given
   * @param known the names; of several that are as near, the first one is taken
   * @param mostEdits how many edits a likely guess takes, inclusive
   * @return the name; empty if all take more edits than that
   */
  public static Optional<String> to(String wrong, Collection<String> known, int mostEdits) {
    String nearest = null;
    int fewest = mostEdits + 1;
    for (String candidate : known) {
      if (Math.abs(candidate.length() - wrong.length()) < fewest) {
        int edits = edits(wrong, candidate);
        if (edits < fewest) {
          fewest = edits;
          nearest = candidate;
        }
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** Levenshtein's distance. */
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
