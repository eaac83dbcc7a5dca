package dev.bottrace.compatibility;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
  private static final byte[] CALL = bytes("CALL ");
  private static final byte[] RETURN = bytes("RETURN ");
  private static final byte[] TITLE = bytes("Call Counts");
  private static final int MOST_FAULTS = 5;

  private final LineReader line;
  private final Map<Long, OpenCalls> threads = new HashMap<>();
  private final OpenCalls main = new OpenCalls();
  private final List<String> faults = new ArrayList<>();
  private long calls;
  private long returns;
  private long counted = -1;

  private Balance(LineReader line) {
    this.line = line;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Reads a trace. */
  static Balance of(Path trace) throws IOException {
    try (InputStream in = Files.newInputStream(trace)) {
      Balance balance = new Balance(new LineReader(in));
      while (balance.line.next()) {
        balance.add();
      }
      balance.end();
      return balance;
    }
  }

  private void add() {
    if (line.startsWith(CALL)) {
      calls++;
      open().add(method(CALL.length));
    } else if (line.startsWith(RETURN)) {
      returns++;
      close(open(), method(RETURN.length));
    } else if (line.startsWith(TITLE)) {
      counted = 0;
    } else if (counted >= 0) {
      counted += Long.parseLong(line.text().strip().split(" ", 2)[0]);
    } else {
      fault("a line that is no event: " + line.text());
    }
  }

  private void close(OpenCalls open, long method) {
    if (!open.remove(method)) {
      String what = open.removeInside(method) ? "not the innermost call: " : "no call: ";
      fault(what + line.text());
    }
  }

  private void end() {
    long open = main.depth() + threads.values().stream().mapToLong(OpenCalls::depth).sum();
    if (open > 0) {
      fault(open + " calls without a RETURN");
    }
    if (counted >= 0 && counted != calls) {
      fault("counts of " + counted + " calls, but " + calls + " CALLs");
    }
  }

  private void fault(String fault) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(fault);
    }
  }

  private long method(int begin) {
    return line.number(begin, line.find(' ', begin));
  }

  private OpenCalls open() {
    int begin = line.find('[', 0);
    if (begin == line.length()) {
      return main;
    }
    long thread = line.number(begin, line.findLast(']'));
    return threads.computeIfAbsent(thread, key -> new OpenCalls());
  }

  /** Returns how many events there are. */
  long events() {
    return calls + returns;
  }

  /** Returns what is wrong, the first few things if it is much. */
  List<String> faults() {
    return faults;
  }
}
