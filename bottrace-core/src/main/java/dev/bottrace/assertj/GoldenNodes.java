package dev.bottrace.assertj;

import dev.bottrace.assertj.GoldenNode.Repeat;
import dev.bottrace.trace.TracedMethod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All nodes of a golden trace, one for all calls that look alike. */
final class GoldenNodes {
  private record Look(String label, List<Repeat> body) {}

  private final List<GoldenNode> nodes = new ArrayList<>();
  private final Map<Look, GoldenNode> byLook = new HashMap<>();

  GoldenNode get(int id) {
    return nodes.get(id);
  }

  /** Returns the node of a call. */
  GoldenNode of(String label, TracedMethod method, List<Repeat> body) {
    return byLook.computeIfAbsent(
        new Look(label, body),
        look -> {
          int height = 1 + height(body);
          GoldenNode node =
              new GoldenNode(nodes.size(), label, method, body, 1 + lines(body), height);
          nodes.add(node);
          return node;
        });
  }

  /** Returns how many lines a row of calls is written on. */
  long lines(List<Repeat> row) {
    long lines = 0;
    for (Repeat repeat : row) {
      lines += repeat.isGroup() ? 1 + lines(repeat.group()) : get(repeat.node()).lines();
    }
    return Math.min(lines, Integer.MAX_VALUE); // each call adds its own, so sums could overflow
  }

  /** Returns how deep a row of calls goes. */
  int height(List<Repeat> row) {
    int height = 0;
    for (Repeat repeat : row) {
      int own = repeat.isGroup() ? 1 + height(repeat.group()) : get(repeat.node()).height();
      height = Math.max(height, own);
    }
    return height;
  }

  /** Writes a row of calls. */
  void print(List<Repeat> row, int level, List<GoldenLine> lines) {
    String indent = GoldenLine.INDENT.repeat(level);
    for (Repeat repeat : row) {
      String times = repeat.count() == 1 ? "" : " x" + repeat.count();
      if (repeat.isGroup()) {
        lines.add(new GoldenLine(indent + "repeated" + times, null));
        print(repeat.group(), level + 1, lines);
      } else {
        GoldenNode node = get(repeat.node());
        lines.add(new GoldenLine(indent + node.label() + times, node.method()));
        print(node.body(), level + 1, lines);
      }
    }
  }

  /** Returns what is written of a call, as far as it is needed to put calls in order. */
  String text(int id) {
    GoldenNode node = get(id);
    if (node.lines() > GoldenText.MOST_LINES || node.height() > GoldenText.MOST_LEVELS) {
      return node.label();
    }
    List<GoldenLine> lines = new ArrayList<>();
    print(node.body(), 1, lines);
    return node.label() + '\n' + String.join("\n", lines.stream().map(GoldenLine::text).toList());
  }
}
