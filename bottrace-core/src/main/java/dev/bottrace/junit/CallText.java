package dev.bottrace.junit;

import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.RecordedPart;
import dev.bottrace.trace.Trace;
import java.util.ArrayList;
import java.util.List;

/** Says what ran, in a number of lines. */
final class CallText {
  private static final String INDENT = "\n\t  ";

  private CallText() {}

  /** Returns a head that says how much there is, and lines below it, the last ones of many. */
  static String of(Trace trace, int most) {
    List<String> lines = new ArrayList<>();
    String head = head(trace, most, lines);
    for (String notice : trace.notices()) {
      lines.add("Note: " + notice);
    }
    trace.receipts().forEach(receipt -> lines.add("Note: " + receipt));
    return head + (lines.isEmpty() ? "" : ':' + INDENT + String.join(INDENT, lines));
  }

  private static String head(Trace trace, int most, List<String> lines) {
    if (trace.holds(RecordedPart.CALLS)) {
      return calls(trace, most, lines);
    } else if (trace.holds(RecordedPart.CALL_COUNTS)) {
      return counts(trace.callCounts(), most, lines);
    }
    return "neither calls nor their counts were to be recorded";
  }

  private static String calls(Trace trace, int most, List<String> lines) {
    int size = trace.callTree().size();
    if (size == 0) {
      return "no call was recorded";
    }
    LastCalls.Shown shown = LastCalls.of(trace, most);
    lines.addAll(shown.lines());
    return shown.calls() < size
        ? String.format("the last %,d of %,d recorded calls", shown.calls(), size)
        : String.format("%,d recorded %s", size, size == 1 ? "call" : "calls");
  }

  private static String counts(List<CallCount> counts, int most, List<String> lines) {
    counts.stream()
        .limit(most)
        .forEach(
            count -> lines.add(CallLines.frame(count.method()) + CallLines.times(count.count())));
    String methods =
        String.format("%,d %s", counts.size(), counts.size() == 1 ? "method" : "methods");
    return counts.size() > most
        ? String.format("the %,d most called of %s", most, methods)
        : counts.isEmpty() ? "no call was counted" : methods + " called";
  }
}
