package dev.bottrace.assertj;

import dev.bottrace.assertj.GoldenNode.Repeat;
import java.util.ArrayList;
import java.util.List;

/** Finds what is repeated in a row of calls, as loops make them. */
final class Repeats {
  /** The most calls that a group can have, of those that aren't repeated themselves. */
  private static final int LONGEST_GROUP = 8;

  private final boolean counted;

  /** Makes one that counts, or that keeps only one of what is repeated. */
  Repeats(boolean counted) {
    this.counted = counted;
  }

  /** Adds a call to a row. */
  void add(List<Repeat> row, Repeat call) {
    int last = row.size() - 1;
    if (last < 0 || !row.get(last).isLike(call)) {
      row.add(call);
    } else if (counted) {
      row.set(last, new Repeat(row.get(last).count() + call.count(), call.node(), call.group()));
    }
  }

  /** Returns a row with its groups, shortest first. */
  List<Repeat> grouped(List<Repeat> row) {
    List<Repeat> grouped = row;
    for (int length = 2; length <= LONGEST_GROUP && 2 * length <= grouped.size(); length++) {
      grouped = grouped(grouped, length);
    }
    return List.copyOf(grouped);
  }

  private List<Repeat> grouped(List<Repeat> row, int length) {
    List<Repeat> grouped = new ArrayList<>();
    int at = 0;
    while (at < row.size()) {
      int rounds = rounds(row, at, length);
      if (rounds == 1) {
        add(grouped, row.get(at));
        at++;
      } else {
        List<Repeat> group = List.copyOf(row.subList(at, at + length));
        if (counted) {
          grouped.add(new Repeat(rounds, -1, group));
        } else {
          group.forEach(call -> add(grouped, call));
        }
        at += rounds * length;
      }
    }
    return grouped;
  }

  private static int rounds(List<Repeat> row, int at, int length) {
    int rounds = 1;
    while (at + (rounds + 1) * length <= row.size()
        && row.subList(at, at + length)
            .equals(row.subList(at + rounds * length, at + (rounds + 1) * length))) {
      rounds++;
    }
    return rounds;
  }
}
