package dev.bottrace.cli;

import dev.bottrace.TraceRequest;
import dev.bottrace.option.Bounds;
import dev.bottrace.option.Limits;
import dev.bottrace.option.OnException;
import dev.bottrace.option.OptionValueException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * An option of {@code bottrace run}. Those in {@link #ALL} are options of {@link TraceRequest} too.
 *
 * @param names on the command line, the first one being the usual one
 * @param value what its value is called in the help; empty if it has none
 * @param description for the help
 * @param repeatable whether it may be given more than once
 */
record RunOption(List<String> names, String value, String description, boolean repeatable) {

  static final List<RunOption> ALL =
      List.of(
          valued(
              "PATH",
              "class path of the program; dir/* is all jars of a directory",
              "-cp",
              "--class-path",
              "-classpath"),
          flag("record each call and each return", "--calls"),
          flag("count how often each method is called", "--call-counts"),
          valued("N", "rows of the counts (10); 0 is all", "--top"),
          flag("no events for the bodies of lambdas", "--no-lambdas", "--no-comprehensions"),
          valued(
              "N",
              "only the outermost N levels of traced calls, per thread; main is level 1",
              "--max-depth"),
          repeatable(
              "PREFIX",
              "trace classes whose package, class or source path starts with PREFIX, and no others",
              "--include"),
          repeatable(
              "PREFIX",
              "do not trace classes whose package, class or source path starts with PREFIX",
              "--exclude"),
          repeatable(
              "PREFIX",
              "record calls from traced code to classes that start with PREFIX and are not traced, as"
                  + " in java.sql",
              "--calls-to"),
          flag(
              "with calls, say where work was handed over that executors, futures, timers and threads"
                  + " run",
              "--async"),
          valued("N", "stop tracing after N events; the program goes on", "--max-events"),
          valued(
              "SECONDS",
              "after this time print all stacks and exit with 124; may have a fraction",
              "--timeout"),
          flag("record arguments with calls", "--args"),
          flag("record values with returns", "--returns"),
          valued(
              "snapshot",
              "on an exception that nobody catches, capture its stack",
              "--on-exception"),
          flag(
              "capture the variables of all traced frames, at breakpoints and for exceptions",
              "--locals"),
          repeatable(
              "WHERE",
              "capture state at FILE:LINE or Class.method, either followed by ' if EXPR'",
              "--breakpoint"),
          repeatable(
              "EXPR",
              "evaluate a Java expression at each breakpoint; it can change nothing",
              "--watch"),
          valued("N", "stop capturing after N snapshots; the program goes on", "--snapshots"),
          valued(
              "LIMITS",
              "how much of a value is shown, as in depth=3,elements=100,characters=255,fields=20",
              "--limit"),
          repeatable(
              "GLOB",
              "do not show values of such names, besides those that look like secrets",
              "--redact"));

  /**
   * Returns what the option makes of a request.
   *
   * @throws IllegalArgumentException if it does not take the value; the message has its name here
   */
  TraceRequest apply(TraceRequest request, String text) {
    try {
      return applied(request, text);
    } catch (IllegalArgumentException e) {
      throw named(e);
    }
  }

  /** On the command line options have other names than in the library. */
  private IllegalArgumentException named(IllegalArgumentException e) {
    return e instanceof OptionValueException refused ? wrong(refused.problem()) : e;
  }

  /** One method for all: a lambda for each would cost milliseconds at each start. */
  private TraceRequest applied(TraceRequest request, String text) {
    return switch (names.get(0)) {
      case "-cp" -> request.classPath(text);
      case "--calls" -> request.calls();
      case "--call-counts" -> request.callCounts();
      case "--top" -> request.top(whole(text));
      case "--no-lambdas" -> request.noLambdas();
      case "--max-depth" -> request.maxDepth(whole(text));
      case "--include" -> request.include(text);
      case "--exclude" -> request.exclude(text);
      case "--calls-to" -> request.callsTo(text);
      case "--max-events" -> request.maxEvents(large(text));
      case "--timeout" -> request.timeout(seconds(text));
      case "--async" -> request.async();
      case "--args" -> request.args();
      case "--returns" -> request.returns();
      case "--on-exception" -> request.onException(onException(text));
      case "--locals" -> request.locals();
      case "--breakpoint" -> request.breakpoint(text);
      case "--watch" -> request.watch(text);
      case "--snapshots" -> request.snapshots(large(text));
      case "--limit" -> request.limit(Limits.parse(text));
      case "--redact" -> request.redact(text);
      default -> throw new IllegalStateException("nothing is said about " + names);
    };
  }

  static RunOption flag(String description, String... names) {
    return new RunOption(List.of(names), "", description, false);
  }

  static RunOption valued(String value, String description, String... names) {
    return new RunOption(List.of(names), value, description, false);
  }

  private static RunOption repeatable(String value, String description, String... names) {
    return new RunOption(List.of(names), value, description, true);
  }

  private OnException onException(String action) {
    if (!action.equals("snapshot")) {
      throw wrong("must be snapshot, not '" + action + "'");
    }
    return OnException.SNAPSHOT;
  }

  private int whole(String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw notWhole(value, Integer.MAX_VALUE);
    }
  }

  private long large(String value) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw notWhole(value, Long.MAX_VALUE);
    }
  }

  private IllegalArgumentException notWhole(String value, long most) {
    return wrong("must be a whole number up to " + most + ", not '" + value + "'");
  }

  private Duration seconds(String value) {
    try {
      BigDecimal millis = new BigDecimal(value).movePointRight(3);
      if (millis.signum() < 0) {
        throw wrong("must be more than 0 seconds, not " + value);
      }
      if (millis.compareTo(BigDecimal.valueOf(Bounds.LONGEST.toMillis())) > 0) {
        throw wrong("must be at most " + Bounds.LONGEST.toSeconds() + " seconds, not " + value);
      }
      boolean tiny = millis.signum() > 0 && millis.compareTo(BigDecimal.ONE) < 0;
      return Duration.ofMillis(tiny ? 1 : millis.longValue());
    } catch (NumberFormatException | ArithmeticException e) {
      throw wrong("must be a number of seconds, not '" + value + "'");
    }
  }

  private IllegalArgumentException wrong(String problem) {
    return new IllegalArgumentException(names.get(0) + ' ' + problem);
  }
}
