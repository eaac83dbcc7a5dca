package dev.bottrace.compatibility;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks a trace in text: each CALL has one RETURN, and calls nest within each thread. Counts at
 * the end of it have to add up to the calls.
 */
final class Balance {
  private static final String CALL = "CALL ";
  private static final String RETURN = "RETURN ";
  private static final String TITLE = "Call Counts (";

  private final Map<String, List<String>> threads = new HashMap<>();
  private final List<String> faults = new ArrayList<>();
  private long calls;
  private long returns;
  private long counted = -1;

  private Balance() {}

  /** Reads a trace. */
  static Balance of(Path trace) throws IOException {
    Balance balance = new Balance();
    try (BufferedReader reader = Files.newBufferedReader(trace)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        balance.add(line);
      }
    }
    balance.end();
    return balance;
  }

  private void add(String line) {
    if (line.startsWith(CALL)) {
      calls++;
      open(thread(line)).add(method(line, CALL.length()));
    } else if (line.startsWith(RETURN)) {
      returns++;
      close(line);
    } else if (line.startsWith(TITLE)) {
      counted = 0;
    } else if (counted >= 0) {
      counted += Long.parseLong(line.strip().split(" ", 2)[0]);
    } else {
      faults.add("a line that is no event: " + line);
    }
  }

  private void close(String line) {
    String method = method(line, RETURN.length());
    List<String> open = open(thread(line));
    if (!open.isEmpty() && open.get(open.size() - 1).equals(method)) {
      open.remove(open.size() - 1);
    } else if (open.remove(method)) {
      faults.add("not the innermost call: " + line);
    } else {
      faults.add("no call: " + line);
    }
  }

  private void end() {
    threads.forEach(
        (thread, open) -> open.forEach(method -> faults.add("no RETURN: " + method + thread)));
    if (counted >= 0 && counted != calls) {
      faults.add("counts of " + counted + " calls, but " + calls + " CALLs");
    }
  }

  private List<String> open(String thread) {
    return threads.computeIfAbsent(thread, key -> new ArrayList<>());
  }

  private static String method(String line, int begin) {
    int end = line.indexOf(' ', begin);
    return end < 0 ? line.substring(begin) : line.substring(begin, end);
  }

  private static String thread(String line) {
    int begin = line.indexOf(" [");
    return begin < 0 ? "" : line.substring(begin, line.lastIndexOf(']') + 1);
  }

  /** Returns how many events there are. */
  long events() {
    return calls + returns;
  }

  /** Returns what is wrong, if anything is. */
  List<String> faults() {
    return faults;
  }
}
