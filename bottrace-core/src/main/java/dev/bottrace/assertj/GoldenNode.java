package dev.bottrace.assertj;

import dev.bottrace.trace.TracedMethod;
import java.util.List;

/**
 * A call with all that it called, as golden traces see it. There is one node for all calls that
 * look alike, so nodes are equal if they are the same.
 *
 * @param id number of the node
 * @param label the call on one line
 * @param method which method was called, by the first call that looks so
 * @param body what it called
 * @param lines how many lines it is written on
 * @param height how deep it goes, itself included
 */
record GoldenNode(
    int id, String label, TracedMethod method, List<Repeat> body, long lines, int height) {
  /**
   * A call, or a group of calls, and how often it comes one after the other.
   *
   * @param count how often
   * @param node id of the call; -1 for a group
   * @param group the calls of a group; empty for one call
   */
  record Repeat(long count, int node, List<Repeat> group) {
    static Repeat once(int node) {
      return new Repeat(1, node, List.of());
    }

    boolean isGroup() {
      return node < 0;
    }

    /** Tells whether it is the same but for the count. */
    boolean isLike(Repeat other) {
      return node == other.node && group.equals(other.group);
    }
  }
}
