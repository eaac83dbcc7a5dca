package dev.bottrace;

import dev.bottrace.internal.launch.ProgramLauncher;
import dev.bottrace.internal.launch.ProgramRequest;
import dev.bottrace.internal.launch.ProgramRunner;
import dev.bottrace.internal.launch.ProgramStart;
import dev.bottrace.internal.watch.WatchExpression;
import dev.bottrace.internal.watch.WatchSyntaxException;
import dev.bottrace.option.Breakpoint;
import dev.bottrace.option.Limits;
import dev.bottrace.option.OnException;
import dev.bottrace.option.ProcessHost;
import dev.bottrace.option.Program;
import dev.bottrace.option.ProgramNotRunnableException;
import dev.bottrace.option.StateOptions;
import dev.bottrace.option.TraceOptions;
import dev.bottrace.trace.Trace;
import dev.bottrace.trace.TraceEventSink;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A program, and what to record of its run. Immutable: each option returns a new request; a wrong
 * value is refused by the option that gets it. Any number of requests may run in one JVM, one after
 * the other and at the same time.
 */
public final class TraceRequest {
  /** Events that {@link #execute} keeps unless {@link #maxEvents} says otherwise: 40 MB. */
  public static final long DEFAULT_EVENTS_IN_MEMORY = 10_000_000;

  private final Program program;
  private final List<String> arguments;
  private final @Nullable String classPath;
  private final TraceOptions options;

  TraceRequest(Program program, List<String> arguments) {
    this(program, arguments, null, TraceOptions.DEFAULT);
  }

  private TraceRequest(
      Program program, List<String> arguments, @Nullable String classPath, TraceOptions options) {
    this.program = program;
    this.arguments = List.copyOf(arguments);
    this.classPath = classPath;
    this.options = options;
  }

  private TraceRequest with(TraceOptions changed) {
    return new TraceRequest(program, arguments, classPath, changed);
  }

  /**
   * Says where the program's classes are; by default the class path of this JVM.
   *
   * @param elements directories, jars and {@code dir/*} wildcards, with the path separator of the
   *     platform between them
   * @return the changed request
   */
  public TraceRequest classPath(String elements) {
    return new TraceRequest(
        program, arguments, Objects.requireNonNull(elements, "elements"), options);
  }

  /**
   * Records each call of a traced method, and each return.
   *
   * @return the changed request
   */
  public TraceRequest calls() {
    return with(options.withCalls());
  }

  /**
   * Counts how often each traced method is called.
   *
   * @return the changed request
   */
  public TraceRequest callCounts() {
    return with(options.withCallCounts());
  }

  /**
   * Limits the summary of counts that a launched program writes. The trace that {@link #execute}
   * returns has them all; a writer for it takes its own number of rows.
   *
   * @param rows how many, most called first; 10 by default, 0 is all
   * @return the changed request
   * @throws IllegalArgumentException if negative
   */
  public TraceRequest top(int rows) {
    return with(options.withTop(rows));
  }

  /**
   * Leaves out the bodies of lambda expressions.
   *
   * @return the changed request
   */
  public TraceRequest noLambdas() {
    return with(options.withoutLambdas());
  }

  /**
   * Records only the outermost levels of traced calls, per thread.
   *
   * @param levels how many, at least 1; {@code main} is level 1
   * @return the changed request
   * @throws IllegalArgumentException if less than 1
   */
  public TraceRequest maxDepth(int levels) {
    return with(options.withMaxDepth(levels));
  }

  /**
   * Stops recording after a number of events; the program goes on.
   *
   * @param events calls and returns together, or calls if they are only counted; at least 0
   * @return the changed request
   * @throws IllegalArgumentException if negative
   */
  public TraceRequest maxEvents(long events) {
    return with(options.withMaxEvents(events));
  }

  /**
   * Traces classes from anywhere on the class path in place of the program's own; may be given
   * several times.
   *
   * @param prefix a package ({@code com.acme.auth}), a class ({@code com.acme.auth.Login}) or a
   *     source path ({@code src/main/java/com/acme/auth/}); whole segments match
   * @return the changed request
   * @throws IllegalArgumentException if it can't be one of those
   */
  public TraceRequest include(String prefix) {
    return with(options.withInclude(Objects.requireNonNull(prefix, "prefix")));
  }

  /**
   * Leaves classes untraced; may be given several times.
   *
   * @param prefix as in {@link #include}
   * @return the changed request
   * @throws IllegalArgumentException if it can't be one of those
   */
  public TraceRequest exclude(String prefix) {
    return with(options.withExclude(Objects.requireNonNull(prefix, "prefix")));
  }

  /**
   * Ends the program after some time, with exit code 124.
   *
   * @param time how long, more than zero and at most 36,500 days; by default it may take as long as
   *     it likes
   * @return the changed request
   * @throws IllegalArgumentException if out of these bounds
   */
  public TraceRequest timeout(Duration time) {
    return with(options.withTimeout(Objects.requireNonNull(time, "time")));
  }

  /**
   * Records arguments with calls.
   *
   * @return the changed request
   */
  public TraceRequest args() {
    return with(options.state().withArguments());
  }

  /**
   * Records values with returns.
   *
   * @return the changed request
   */
  public TraceRequest returns() {
    return with(options.state().withReturns());
  }

  /**
   * Says what to do about an exception that nobody catches, in any thread; by default nothing.
   *
   * @param action what
   * @return the changed request
   */
  public TraceRequest onException(OnException action) {
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
  public TraceRequest locals() {
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
  public TraceRequest breakpoint(String where) {
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
  public TraceRequest watch(String expression) {
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
  public TraceRequest snapshots(long most) {
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
  public TraceRequest limit(Limits limits) {
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
  public TraceRequest redact(String glob) {
    Objects.requireNonNull(glob, "glob");
    return with(options.state().withRedaction(options.state().redaction().with(glob)));
  }

  private TraceRequest with(StateOptions changed) {
    return with(options.withState(changed));
  }

  /**
   * Keeps what the program prints in the trace that {@link #execute} returns, in place of passing
   * it on to the streams of this JVM: what all its threads write to {@code System.out} and {@code
   * System.err}, up to 8 MB of each.
   *
   * @return the changed request
   */
  public TraceRequest captureOutput() {
    return with(options.withCapturedOutput());
  }

  /**
   * Returns what is recorded.
   *
   * @return the options so far
   */
  public TraceOptions options() {
    return options;
  }

  /**
   * Runs the program inside this JVM, in threads of its own, and waits for its end: until {@code
   * main} has returned and no thread is left that is not a daemon, until it exits, or until the
   * timeout.
   *
   * <p>{@code System.exit}, {@code Runtime.exit} and {@code Runtime.halt} end only the program.
   * When it ends, in whatever way, its shutdown hooks run, for ten seconds at most and not after
   * {@code halt} or a timeout. Then all its threads end: an error unwinds them, wherever its code
   * loops, calls or catches, and they are interrupted where they wait. What has not ended five
   * seconds later, or ten where it runs, is named by {@link Trace#unendedThreads}.
   *
   * <p>The program has standard streams, system properties, shutdown hooks and a default handler of
   * uncaught exceptions of its own. What it prints goes to the streams of this JVM, which it can't
   * close, unless its output is captured. An exception that leaves {@code main} is in the trace,
   * and printed only where output is captured. Locales, time zone and other defaults that the JDK
   * itself looks at are put back at its end.
   *
   * @return what was recorded
   * @throws ProgramNotRunnableException if the program is not there or can't be started
   * @throws InterruptedException if this thread is interrupted while it waits; the program is ended
   *     then
   */
  public Trace execute() throws ProgramNotRunnableException, InterruptedException {
    boolean bounded = options.bounds().maxEvents() != Long.MAX_VALUE || !options.calls();
    TraceOptions inMemory = bounded ? options : options.withMaxEvents(DEFAULT_EVENTS_IN_MEMORY);
    return new ProgramRunner(new ProgramRequest(program, arguments, classPath, inMemory)).run();
  }

  /**
   * Makes this JVM the program, for launchers such as the command line. To be called once, on the
   * main thread, which calls what is returned and nothing else after that. The trace is written
   * while the program runs, and its end when the JVM ends, in whatever way. Without {@link
   * #classPath} the class path is what {@code java} would take.
   *
   * @param format writes events to a stream
   * @param out file for the trace; null is standard output, shared with the program
   * @param host the process
   * @return the program's {@code main}, and what to call it with
   * @throws ProgramNotRunnableException if the program is not there or can't be started
   * @throws IOException if the file can't be written
   */
  public ProgramMain launch(
      Function<OutputStream, TraceEventSink> format, @Nullable Path out, ProcessHost host)
      throws ProgramNotRunnableException, IOException {
    ProgramRequest request = new ProgramRequest(program, arguments, classPath, options);
    ProgramStart start = new ProgramLauncher(request, out, host).launch(format);
    return new ProgramMain(start.main(), start.arguments(), start.uncaught());
  }

  /**
   * What is left to do for a launcher.
   *
   * @param main calls the program's {@code main}, and lets through what it throws, checked
   *     exceptions too
   * @param arguments what to call it with
   * @param uncaught what to call with the exception that leaves it, before it is thrown on
   */
  public record ProgramMain(
      Consumer<String[]> main, List<String> arguments, Consumer<Throwable> uncaught) {}

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TraceRequest request
        && program.equals(request.program)
        && arguments.equals(request.arguments)
        && Objects.equals(classPath, request.classPath)
        && options.equals(request.options);
  }

  @Override
  public int hashCode() {
    return Objects.hash(program, arguments, classPath, options);
  }

  @Override
  public String toString() {
    return "run " + program + " " + arguments + " " + options;
  }
}
