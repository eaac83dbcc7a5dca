package dev.bottrace.cli;

import dev.bottrace.TraceRequest;
import dev.bottrace.option.Limits;
import dev.bottrace.option.OnException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * An option of {@code bottrace run} that is one of {@link TraceRequest} too.
 *
 * @param names on the command line, the first one being the usual one
 * @param value what its value is called in the help; empty if it has none
 * @param description for the help
 * @param repeatable whether it may be given more than once
 * @param mapping what it does to a request
 */
record RunOption(
    List<String> names,
    String value,
    String description,
    boolean repeatable,
    BiFunction<TraceRequest, String, TraceRequest> mapping) {

  static final List<RunOption> ALL =
      List.of(
          valued(
              "PATH",
              "class path of the program; dir/* is all jars of a directory",
              TraceRequest::classPath,
              "-cp",
              "--class-path",
              "-classpath"),
          flag("record each call and each return", TraceRequest::calls, "--calls"),
          flag("count how often each method is called", TraceRequest::callCounts, "--call-counts"),
          valued(
              "N",
              "rows of the counts (10); 0 is all",
              (request, n) -> request.top(whole("top", n)),
              "--top"),
          flag(
              "no events for the bodies of lambdas",
              TraceRequest::noLambdas,
              "--no-lambdas",
              "--no-comprehensions"),
          valued(
              "N",
              "only the outermost N levels of traced calls, per thread; main is level 1",
              (request, n) -> request.maxDepth(whole("max-depth", n)),
              "--max-depth"),
          repeatable(
              "PREFIX",
              "trace classes whose package, class or source path starts with PREFIX, and no others",
              TraceRequest::include,
              "--include"),
          repeatable(
              "PREFIX",
              "do not trace classes whose package, class or source path starts with PREFIX",
              TraceRequest::exclude,
              "--exclude"),
          valued(
              "N",
              "stop tracing after N events; the program goes on",
              (request, n) -> request.maxEvents(large("max-events", n)),
              "--max-events"),
          valued(
              "SECONDS",
              "after this time print all stacks and exit with 124; may have a fraction",
              (request, n) -> request.timeout(seconds(n)),
              "--timeout"),
          flag("record arguments with calls", TraceRequest::args, "--args"),
          flag("record values with returns", TraceRequest::returns, "--returns"),
          valued(
              "snapshot",
              "on an exception that nobody catches, capture its stack",
              (request, action) -> request.onException(onException(action)),
              "--on-exception"),
          flag(
              "capture the variables of all traced frames, at breakpoints and for exceptions",
              TraceRequest::locals,
              "--locals"),
          repeatable(
              "WHERE",
              "capture state at FILE:LINE or Class.method, either followed by ' if EXPR'",
              TraceRequest::breakpoint,
              "--breakpoint"),
          repeatable(
              "EXPR",
              "evaluate a Java expression at each breakpoint; it can change nothing",
              TraceRequest::watch,
              "--watch"),
          valued(
              "N",
              "stop capturing after N snapshots; the program goes on",
              (request, n) -> request.snapshots(large("snapshots", n)),
              "--snapshots"),
          valued(
              "LIMITS",
              "how much of a value is shown, as in depth=3,elements=100,characters=255,fields=20",
              (request, limits) -> request.limit(Limits.parse(limits)),
              "--limit"),
          repeatable(
              "GLOB",
              "do not show values of such names, besides those that look like secrets",
              TraceRequest::redact,
              "--redact"));

  private static RunOption flag(
      String description, UnaryOperator<TraceRequest> mapping, String... names) {
    return new RunOption(
        List.of(names), "", description, false, (request, value) -> mapping.apply(request));
  }

  private static RunOption valued(
      String value,
      String description,
      BiFunction<TraceRequest, String, TraceRequest> mapping,
      String... names) {
    return new RunOption(List.of(names), value, description, false, mapping);
  }

  private static RunOption repeatable(
      String value,
      String description,
      BiFunction<TraceRequest, String, TraceRequest> mapping,
      String... names) {
    return new RunOption(List.of(names), value, description, true, mapping);
  }

  private static OnException onException(String action) {
    if (!action.equals("snapshot")) {
      throw new IllegalArgumentException("on-exception must be snapshot, not '" + action + "'");
    }
    return OnException.SNAPSHOT;
  }

  private static int whole(String option, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw notWhole(option, value, Integer.MAX_VALUE);
    }
  }

  private static long large(String option, String value) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw notWhole(option, value, Long.MAX_VALUE);
    }
  }

  private static IllegalArgumentException notWhole(String option, String value, long most) {
    return new IllegalArgumentException(
        option + " must be a whole number up to " + most + ", not '" + value + "'");
  }

  private static Duration seconds(String value) {
    try {
      BigDecimal millis = new BigDecimal(value).movePointRight(3);
      boolean tiny = millis.signum() > 0 && millis.compareTo(BigDecimal.ONE) < 0;
      return Duration.ofMillis(tiny ? 1 : millis.longValue());
    } catch (NumberFormatException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "timeout must be a number of seconds, not '" + value + "'");
    }
  }
}
