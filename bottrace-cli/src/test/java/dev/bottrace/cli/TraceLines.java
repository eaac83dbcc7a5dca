package dev.bottrace.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The events of a trace in text form. */
final class TraceLines {
  private static final Pattern EVENT =
      Pattern.compile(
          "(CALL(?= \\S+ \\S+:\\d)|RETURN(?! \\S+ \\S+:\\d)) (\\S+)(?: \\S+:\\d+)?"
              + "(?: \\[([^]]*)])?(?: \\(.*\\)| = .*?)?(?: !\\S+)?");

  private final List<String> lines;
  private final Map<String, Deque<String>> open = new TreeMap<>();

  TraceLines(List<String> lines) {
    this.lines = lines;
  }

  static boolean isEvent(String line) {
    return EVENT.matcher(line).matches();
  }

  /** Checks that each call has its return, and that calls nest, thread by thread. */
  void isBalanced() {
    lines.forEach(this::accept);
    open.forEach(
        (thread, calls) -> {
          if (!calls.isEmpty()) {
            throw new AssertionError("open in " + thread + ": " + calls);
          }
        });
  }

  /** Checks that each line is an event; calls may be open. */
  void isWhole() {
    lines.forEach(this::accept);
  }

  private void accept(String line) {
    Matcher event = EVENT.matcher(line);
    if (!event.matches()) {
      throw new AssertionError("no event: " + line);
    }
    String thread = String.valueOf(event.group(3));
    Deque<String> calls = open.computeIfAbsent(thread, name -> new ArrayDeque<>());
    if (event.group(1).equals("CALL")) {
      calls.push(event.group(2));
    } else if (calls.isEmpty() || !calls.pop().equals(event.group(2))) {
      throw new AssertionError("return without its call: " + line);
    }
  }
}
