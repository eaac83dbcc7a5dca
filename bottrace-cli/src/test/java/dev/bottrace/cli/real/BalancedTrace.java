package dev.bottrace.cli.real;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a trace, and checks that each call has its return and that calls nest, thread by thread.
 */
final class BalancedTrace {
  private static final Pattern LINE =
      Pattern.compile("(CALL|RETURN) (\\S+)(?: \\S+:\\d+)?(?: \\[(.*)])?(?: !(\\S+))?");

  private final Map<String, Deque<String>> open = new HashMap<>();
  private long calls;

  /** Returns the number of calls. */
  static long check(Path trace) throws IOException {
    BalancedTrace balanced = new BalancedTrace();
    try (BufferedReader lines = Files.newBufferedReader(trace, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        balanced.line(line);
      }
    }
    balanced.open.forEach(
        (thread, calls) -> {
          if (!calls.isEmpty()) {
            throw new AssertionError("no return of " + calls.peek() + " in thread " + thread);
          }
        });
    return balanced.calls;
  }

  private void line(String line) {
    Matcher event = LINE.matcher(line);
    if (!event.matches()) {
      throw new AssertionError("not a line of a trace: " + line);
    }
    String thread = event.group(3) == null ? "main" : event.group(3);
    Deque<String> calls = open.computeIfAbsent(thread, name -> new ArrayDeque<>());
    if (event.group(1).equals("CALL")) {
      calls.push(event.group(2));
      this.calls++;
    } else if (calls.isEmpty() || !calls.pop().equals(event.group(2))) {
      throw new AssertionError("return without its call: " + line);
    }
  }
}
