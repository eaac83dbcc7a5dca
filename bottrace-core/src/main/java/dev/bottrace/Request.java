package dev.bottrace;

import dev.bottrace.internal.record.LiveOptions;
import dev.bottrace.internal.watch.WatchExpression;
import dev.bottrace.internal.watch.WatchSyntaxException;
import dev.bottrace.option.Breakpoint;
import dev.bottrace.option.Limits;
import dev.bottrace.option.OnException;
import dev.bottrace.option.Overflow;
import dev.bottrace.option.StateOptions;
import dev.bottrace.option.TraceOptions;
import dev.bottrace.trace.TraceEvent;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What to record, whether of a program, of a block of code, or for a span of time. Immutable: each
 * option returns a new request; a wrong value is refused by the option that gets it.
 *
 * @param <R> the kind of request
 */
public abstract sealed class Request<R extends Request<R>>
    permits TraceRequest, BlockRequest, RecordingRequest {
  /** Events that are kept in memory unless {@link #maxEvents} says otherwise: 40 MB. */
  public static final long DEFAULT_EVENTS_IN_MEMORY = 10_000_000;

  private final TraceOptions options;
  private final LiveOptions live;

  Request(TraceOptions options, LiveOptions live) {
    this.options = options;
    this.live = live;
  }

  /** Returns a copy of this request with other options. */
  abstract R with(TraceOptions changed, LiveOptions changedLive);

  private R with(TraceOptions changed) {
    return with(changed, live);
  }

  /**
   * Records each call of a traced method, and each return.
   *
   * @return the changed request
   */
  public R calls() {
    return with(options.withCalls());
  }

  /**
   * Counts how often each traced method is called.
   *
   * @return the changed request
   */
  public R callCounts() {
    return with(options.withCallCounts());
  }

  /**
   * Leaves out the bodies of lambda expressions.
   *
   * @return the changed request
   */
  public R noLambdas() {
    return with(options.withoutLambdas());
  }

  /**
   * Records only the outermost levels of traced calls, per thread.
   *
   * @param levels how many, at least 1; the first traced call of a thread is level 1
   * @return the changed request
   * @throws IllegalArgumentException if less than 1
   */
  public R maxDepth(int levels) {
    return with(options.withMaxDepth(levels));
  }

  /**
   * Stops recording after a number of events; the program goes on.
   *
   * @param events calls and returns together, or calls if they are only counted; at least 0
   * @return the changed request
   * @throws IllegalArgumentException if negative
   */
  public R maxEvents(long events) {
    return with(options.withMaxEvents(events));
  }

  /**
   * Traces classes from anywhere in place of the program's own; may be given several times.
   *
   * @param prefix a package ({@code com.acme.auth}), a class ({@code com.acme.auth.Login}) or a
   *     source path ({@code src/main/java/com/acme/auth/}); whole segments match
   * @return the changed request
   * @throws IllegalArgumentException if it can't be one of those
   */
  public R include(String prefix) {
    return with(options.withInclude(Objects.requireNonNull(prefix, "prefix")));
  }

  /**
   * Leaves classes untraced; may be given several times.
   *
   * @param prefix as in {@link #include}
   * @return the changed request
   * @throws IllegalArgumentException if it can't be one of those
   */
  public R exclude(String prefix) {
    return with(options.withExclude(Objects.requireNonNull(prefix, "prefix")));
  }

  /**
   * Records calls from traced code into code that is not traced, such as the JDK's or a library's,
   * together with those of traced methods; may be given several times. Needs {@link #calls} or
   * {@link #callCounts}.
   *
   * <p>Such a call is an event of the method that is called, at the place of the call: {@code CALL
   * File.exists com/acme/Config.java:31}. The class that the call names decides, which is the
   * static type of the object; if what is called in the end is itself traced, it is recorded once,
   * as always. What code that is not traced calls, as with a method reference that it was given, is
   * not recorded.
   *
   * @param prefix as in {@link #include}; classes of the JDK too ({@code java.sql}, {@code
   *     java.io.File})
   * @return the changed request
   * @throws IllegalArgumentException if it can't be one of those
   */
  public R callsTo(String prefix) {
    return with(options.withCallsTo(Objects.requireNonNull(prefix, "prefix")));
  }

  /**
   * Links work that traced code hands over to where it was handed over: to executors, timers,
   * stages of a {@code CompletableFuture}, {@code ForkJoinPool}, and threads that it starts. Needs
   * {@link #calls}.
   *
   * <p>The outermost traced calls of a task carry its {@linkplain dev.bottrace.trace.Call#origin()
   * origin}, and {@link dev.bottrace.trace.CallTree#joined} shows them inside the call that handed
   * it over. This changes classes of the JDK for the time of the recording, for which it needs an
   * agent as {@link Tracer#record} does; where there is none, a notice says so.
   *
   * @return the changed request
   */
  public R async() {
    return with(options.withAsync());
  }

  /**
   * Records arguments with calls.
   *
   * @return the changed request
   */
  public R args() {
    return with(options.state().withArguments());
  }

  /**
   * Records values with returns.
   *
   * @return the changed request
   */
  public R returns() {
    return with(options.state().withReturns());
  }

  /**
   * Says what to do about an exception that nobody catches, in any thread; by default nothing.
   *
   * @param action what
   * @return the changed request
   */
  public R onException(OnException action) {
    return switch (action) {
      case SNAPSHOT -> with(options.state().withUncaught());
    };
  }

  /**
   * Captures the variables of all traced frames, at breakpoints and for exceptions; otherwise only
   * those of the frame with the breakpoint are.
   *
   * @return the changed request
   */
  public R locals() {
    return with(options.state().withLocals());
  }

  /**
   * Captures state each time execution reaches a place; may be given several times.
   *
   * @param where {@code FILE:LINE} or {@code Class.method}, either followed by {@code if} and a
   *     watch expression; the file is the tail of a source path, whole segments, and the line means
   *     all code of that line
   * @return the changed request
   * @throws IllegalArgumentException if it is neither, or the expression is none
   */
  public R breakpoint(String where) {
    Breakpoint breakpoint = Breakpoint.of(Objects.requireNonNull(where, "where"));
    if (breakpoint.condition() != null) {
      checkExpression(breakpoint.condition());
    }
    return with(options.state().withBreakpoint(breakpoint));
  }

  /**
   * Evaluates an expression at each breakpoint; may be given several times.
   *
   * @param expression in Java; it can change nothing
   * @return the changed request
   * @throws IllegalArgumentException if it is no expression; the message shows where
   */
  public R watch(String expression) {
    checkExpression(Objects.requireNonNull(expression, "expression"));
    return with(options.state().withWatch(expression));
  }

  private static void checkExpression(String expression) {
    if (expression.isBlank()) {
      throw new IllegalArgumentException("no expression: '" + expression + "'");
    }
    try {
      WatchExpression.parse(expression);
    } catch (WatchSyntaxException e) {
      throw new IllegalArgumentException(e.withCaret(), e);
    }
  }

  /**
   * Stops capturing after a number of snapshots, of all breakpoints together; the program goes on.
   *
   * @param most how many, at least 0; by default there is no bound
   * @return the changed request
   * @throws IllegalArgumentException if negative
   */
  public R snapshots(long most) {
    return with(options.state().withSnapshots(most));
  }

  /**
   * Changes how much of a value is captured.
   *
   * @param limits the limits; {@link Limits#DEFAULT} by default, and {@link Limits#ARGUMENTS} for
   *     arguments and results, which are cut to a line of {@value Limits#ARGUMENT_LINE} characters
   *     in any case
   * @return the changed request
   */
  public R limit(Limits limits) {
    return with(options.state().withLimits(Objects.requireNonNull(limits, "limits")));
  }

  /**
   * Hides the values of more variables, fields and map keys than those whose names look like
   * secrets; may be given several times.
   *
   * @param glob their names, with {@code *} and {@code ?}; case does not matter
   * @return the changed request
   * @throws IllegalArgumentException if it could match no name
   */
  public R redact(String glob) {
    Objects.requireNonNull(glob, "glob");
    return with(options.state().withRedaction(options.state().redaction().with(glob)));
  }

  /**
   * Keeps only the last events, for recordings that go on for long. What is kept begins with the
   * calls that were open there, without their arguments; how many were dropped is among the trace's
   * notices. {@link #callCounts} are of all calls.
   *
   * @param events calls and returns together, at least 1; by default the first {@value
   *     #DEFAULT_EVENTS_IN_MEMORY} are kept, unless {@link #maxEvents} says otherwise
   * @return the changed request
   * @throws IllegalArgumentException if less than 1
   */
  public R keepLast(long events) {
    return with(options, new LiveOptions(events, live.listener(), live.overflow()));
  }

  /**
   * Tells of each event while the program runs, in the order of the trace, soon after it happened.
   * The listener runs in a thread of its own, which is not recorded. If it throws, it gets no more
   * events, and a notice of the trace says so; the program never hears of it.
   *
   * <p>Needs {@link #calls}, without which the request is refused when it is carried out.
   *
   * @param listener takes calls and returns
   * @param overflow what happens if the listener is too slow; what it did not get is counted
   * @return the changed request; a request has one listener
   */
  public R onEvent(Consumer<TraceEvent> listener, Overflow overflow) {
    Objects.requireNonNull(listener, "listener");
    Objects.requireNonNull(overflow, "overflow");
    return with(options, new LiveOptions(live.keepLast(), listener, overflow));
  }

  private R with(StateOptions changed) {
    return with(options.withState(changed));
  }

  /**
   * Returns what is recorded.
   *
   * @return the options so far
   */
  public TraceOptions options() {
    return options;
  }

  LiveOptions live() {
    return live;
  }

  /** Returns the options, with a bound on events where they would fill the memory. */
  TraceOptions inMemory() {
    boolean bounded =
        options.bounds().maxEvents() != Long.MAX_VALUE
            || live.keepLast() != Long.MAX_VALUE
            || !options.calls();
    return bounded ? options : options.withMaxEvents(DEFAULT_EVENTS_IN_MEMORY);
  }
}
