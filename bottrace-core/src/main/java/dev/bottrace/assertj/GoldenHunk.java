package dev.bottrace.assertj;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines that differ, one behind the other: what two texts have between lines that both have.
 *
 * @param left index of its first line in the one text
 * @param leftEnd index of the line after it
 * @param right index of its first line in the other text
 * @param rightEnd index of the line after it
 */
record GoldenHunk(int left, int leftEnd, int right, int rightEnd) {
  /** How far it is looked for the place where both are the same again. */
  private static final int AHEAD = 200;

  /** Returns all of them, in their order. */
  static List<GoldenHunk> between(List<String> left, List<String> right) {
    List<GoldenHunk> hunks = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < left.size() || j < right.size()) {
      if (isSame(left, i, right, j)) {
        i++;
        j++;
      } else {
        GoldenHunk hunk = at(left, i, right, j);
        hunks.add(hunk);
        i = hunk.leftEnd;
        j = hunk.rightEnd;
      }
    }
    return hunks;
  }

  /**
   * Goes to the nearest two lines that are the same, as one may be so by chance, or to the ends.
   */
  private static GoldenHunk at(List<String> left, int from, List<String> right, int rightFrom) {
    for (int sum = 1; sum <= AHEAD; sum++) {
      for (int skipped = 0; skipped <= sum; skipped++) {
        int i = from + skipped;
        int j = rightFrom + sum - skipped;
        if (isSame(left, i, right, j) && isSame(left, i + 1, right, j + 1)) {
          return new GoldenHunk(from, i, rightFrom, j);
        }
      }
    }
    return new GoldenHunk(from, left.size(), rightFrom, right.size());
  }

  /** Ends are the same too. */
  private static boolean isSame(List<String> left, int i, List<String> right, int j) {
    if (i >= left.size() || j >= right.size()) {
      return i >= left.size() && j >= right.size();
    }
    return left.get(i).equals(right.get(j));
  }
}
