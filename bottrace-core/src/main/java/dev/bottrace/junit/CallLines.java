package dev.bottrace.junit;

import dev.bottrace.trace.Argument;
import dev.bottrace.trace.Call;
import dev.bottrace.trace.CapturedValue;
import dev.bottrace.trace.Outcome;
import dev.bottrace.trace.RecordedPart;
import dev.bottrace.trace.Trace;
import dev.bottrace.trace.TracedMethod;
import java.util.stream.Collectors;

/**
 * Writes calls as stack traces write frames, which is what consoles and IDEs make clickable, with
 * what else is known of them.
 */
final class CallLines {
  private final boolean arguments;
  private final boolean returns;

  CallLines(Trace trace) {
    this.arguments = trace.holds(RecordedPart.ARGUMENTS);
    this.returns = trace.holds(RecordedPart.RETURNS);
  }

  /** Returns a line such as {@code at com.acme.Orders.place(Orders.java:12) (times=2) = 5}. */
  String of(Call call) {
    return frame(call.method()) + arguments(call) + end(call.outcome());
  }

  private String arguments(Call call) {
    return !arguments || call.arguments().isEmpty()
        ? ""
        : call.arguments().stream()
            .map(CallLines::text)
            .collect(Collectors.joining(", ", " (", ")"));
  }

  private static String text(Argument argument) {
    return argument.name() + '=' + argument.value();
  }

  private String end(Outcome outcome) {
    if (outcome instanceof Outcome.Threw threw) {
      return " !" + threw.exception();
    } else if (outcome instanceof Outcome.Returned returned) {
      return returns ? returned.value().map(value -> " = " + value).orElse("") : "";
    }
    return " (not ended)";
  }

  /** Returns {@code at com.acme.Orders.place(Orders.java:12)}. */
  static String frame(TracedMethod method) {
    String file = method.file().substring(method.file().lastIndexOf('/') + 1);
    String line = method.line() == 0 ? "" : ":" + method.line();
    String place = file.endsWith(".class") ? "Unknown Source" : file + line;
    return "at " + plain(method.className() + '.' + method.name()) + '(' + place + ')';
  }

  /** Returns how often a line happened, to stand behind it. */
  static String times(long count) {
    return count == 1 ? "" : String.format("  x%,d", count);
  }

  /** Names can have line ends in them. */
  static String plain(String name) {
    return new CapturedValue.Plain(name).toString();
  }
}
