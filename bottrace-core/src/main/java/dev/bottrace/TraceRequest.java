package dev.bottrace;

import dev.bottrace.internal.attach.AttachedRecording;
import dev.bottrace.internal.attach.Attachment;
import dev.bottrace.internal.launch.AgentLauncher;
import dev.bottrace.internal.launch.ProgramLauncher;
import dev.bottrace.internal.launch.ProgramRequest;
import dev.bottrace.internal.launch.ProgramRunner;
import dev.bottrace.internal.launch.ProgramStart;
import dev.bottrace.internal.record.LiveOptions;
import dev.bottrace.option.ProcessHost;
import dev.bottrace.option.Program;
import dev.bottrace.option.ProgramNotRunnableException;
import dev.bottrace.option.TraceOptions;
import dev.bottrace.runtime.Probes;
import dev.bottrace.trace.Trace;
import dev.bottrace.trace.TraceEventSink;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
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
public final class TraceRequest extends Request<TraceRequest> {
  private final Program program;
  private final List<String> arguments;
  private final @Nullable String classPath;

  TraceRequest(Program program, List<String> arguments) {
    this(program, arguments, null, TraceOptions.DEFAULT, LiveOptions.NONE);
  }

  private TraceRequest(
      Program program,
      List<String> arguments,
      @Nullable String classPath,
      TraceOptions options,
      LiveOptions live) {
    super(options, live);
    this.program = program;
    this.arguments = List.copyOf(arguments);
    this.classPath = classPath;
  }

  @Override
  TraceRequest with(TraceOptions changed, LiveOptions changedLive) {
    return new TraceRequest(program, arguments, classPath, changed, changedLive);
  }

  /**
   * Returns what is to be run.
   *
   * @return the program
   */
  public Program program() {
    return program;
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
        program, arguments, Objects.requireNonNull(elements, "elements"), options(), live());
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
    return with(options().withTop(rows), live());
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
    return with(options().withTimeout(Objects.requireNonNull(time, "time")), live());
  }

  /**
   * Keeps what the program prints in the trace that {@link #execute} returns, in place of passing
   * it on to the streams of this JVM: what all its threads write to {@code System.out} and {@code
   * System.err}, up to 8 MB of each.
   *
   * @return the changed request
   */
  public TraceRequest captureOutput() {
    return with(options().withCapturedOutput(), live());
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
   * @throws IllegalStateException if the program is that of this JVM; or if it was ended since it
   *     makes class loaders whose classes could end this JVM: there is no agent (the message says
   *     how to get one), or such a loader does not have the program's above it
   */
  public Trace execute() throws ProgramNotRunnableException, InterruptedException {
    live().check(options());
    checkThatItCanBeStarted();
    ProgramRequest request = new ProgramRequest(program, arguments, classPath, inMemory());
    return new ProgramRunner(request, live(), () -> Attachment.find("tracing them")).run();
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
   * @throws IllegalStateException if there is a listener, or only the last events are to be kept,
   *     or the program is that of this JVM
   */
  public ProgramMain launch(
      Function<OutputStream, TraceEventSink> format, @Nullable Path out, ProcessHost host)
      throws ProgramNotRunnableException, IOException {
    checkThatItIsWritten();
    checkThatItCanBeStarted();
    ProgramRequest request = new ProgramRequest(program, arguments, classPath, options());
    ProgramStart start = new ProgramLauncher(request, out, host).launch(format);
    return new ProgramMain(start.main(), start.arguments(), start.uncaught());
  }

  /**
   * Traces the program of this JVM, for agents such as {@code -javaagent:bottrace.jar=calls}: for a
   * request of {@link Tracer#thisJvm}. To be called once, on the main thread, before its main class
   * is loaded, with the runtime of the probes in the boot loader. The trace is written while the
   * program runs, and its end when the JVM ends, in whatever way.
   *
   * @param instrumentation of this JVM
   * @param format writes events to a stream
   * @param out file for the trace; null is standard output, shared with the program
   * @param host the process
   * @throws IOException if the file can't be written
   * @throws IllegalStateException if there is a listener, or only the last events are to be kept,
   *     or the program has not been started by somebody else, or the runtime of the probes is not
   *     in the boot loader
   */
  public void observe(
      Instrumentation instrumentation,
      Function<OutputStream, TraceEventSink> format,
      @Nullable Path out,
      ProcessHost host)
      throws IOException {
    checkThatItCanBeSeen("observe");
    new AgentLauncher(options(), out, host).begin(instrumentation, format);
  }

  /**
   * Traces the program of this JVM from now on, for agents that are loaded while it runs: for a
   * request of {@link Tracer#thisJvm}. All threads are recorded. Classes that are loaded already
   * are changed before this returns, and put back when the observation is closed; calls that are
   * under way then are not seen. Any number of observations may go on at the same time. The runtime
   * of the probes has to be in the boot loader. A timeout has no meaning here.
   *
   * @param instrumentation of this JVM
   * @param sink where the trace goes, as it comes; threads of the program wait for it
   * @param host hears what there is to say; not asked to end anything
   * @param over is called once or more when nothing more will come: a bound is reached, the sink
   *     has failed, or the JVM ends, which waits two seconds for the observation to be closed;
   *     called by threads of the program, which are not to be kept
   * @return the observation, to be closed by a thread of the caller's
   * @throws IllegalStateException if there is a listener, or only the last events are to be kept,
   *     or the program has not been started by somebody else, or is traced already, or the runtime
   *     of the probes is not in the boot loader
   */
  public Observation attach(
      Instrumentation instrumentation, TraceEventSink sink, ProcessHost host, Runnable over) {
    checkThatItCanBeSeen("attach");
    return new Observation(
        AttachedRecording.begin(
            options(),
            Objects.requireNonNull(instrumentation, "instrumentation"),
            Objects.requireNonNull(sink, "sink"),
            Objects.requireNonNull(host, "host"),
            Objects.requireNonNull(over, "over")));
  }

  private void checkThatItCanBeSeen(String verb) {
    checkThatItIsWritten();
    if (!(program instanceof Program.OfThisJvm)) {
      throw new IllegalStateException(verb + "(...) is for Tracer.thisJvm()");
    }
    if (Probes.class.getClassLoader() != null) {
      throw new IllegalStateException(
          verb + "(...) is for the agent, whose probes all classes see");
    }
  }

  private void checkThatItIsWritten() {
    if (!live().equals(LiveOptions.NONE)) {
      throw new IllegalStateException("keepLast(...) and onEvent(...) are for execute()");
    }
  }

  private void checkThatItCanBeStarted() {
    if (program instanceof Program.OfThisJvm) {
      throw new IllegalStateException("this JVM has its program already; observe(...) traces it");
    }
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
        && options().equals(request.options())
        && live().equals(request.live());
  }

  @Override
  public int hashCode() {
    return Objects.hash(program, arguments, classPath, options(), live());
  }

  @Override
  public String toString() {
    return "run " + program + " " + arguments + " " + options();
  }
}
