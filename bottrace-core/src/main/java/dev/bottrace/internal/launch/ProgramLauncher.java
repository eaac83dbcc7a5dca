package dev.bottrace.internal.launch;

import dev.bottrace.internal.instrument.ExitCalls;
import dev.bottrace.internal.record.Recorder;
import dev.bottrace.internal.record.RecorderOwner;
import dev.bottrace.option.Bounds;
import dev.bottrace.option.ProcessHost;
import dev.bottrace.option.ProgramNotRunnableException;
import dev.bottrace.option.TraceOptions;
import dev.bottrace.trace.Receipt;
import dev.bottrace.trace.Termination;
import dev.bottrace.trace.TraceEventSink;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes this JVM the program: once, on the main thread, which then has nothing left to do but to
 * call the program's {@code main}. What was recorded is written when the JVM ends, in whatever way.
 */
public final class ProgramLauncher
    implements RecorderOwner, LoadedProgram.Listener, Consumer<Throwable> {
  private static final int WRITE_FAILED = 125;
  private static final long LAST_WRITE_MILLIS = 2000;

  private final ProgramRequest request;
  private final TraceOptions options;
  private final @Nullable Path out;
  private final ProcessHost host;
  private final AtomicBoolean ending = new AtomicBoolean();
  private volatile boolean writeFailed;
  private volatile boolean writesThrough;
  private @Nullable TraceSession session;
  private @Nullable SharedStdout stdout;
  private @Nullable WriteBehind file;
  private @Nullable Recorder recorder;
  private @Nullable TraceEventSink sink;

  /**
   * Makes a launcher.
   *
   * @param request the program, and what to record of it
   * @param out where the trace goes; null is standard output, which the program shares then
   * @param host the process
   */
  public ProgramLauncher(ProgramRequest request, @Nullable Path out, ProcessHost host) {
    this.request = request;
    this.options = request.options();
    this.out = out;
    this.host = host;
  }

  /**
   * Sets up the JVM.
   *
   * @param format writes events to a stream
   * @return what the caller is to call next, and last
   * @throws ProgramNotRunnableException if there is no such program
   * @throws IOException if the trace can't be written where it is to go
   */
  public ProgramStart launch(Function<OutputStream, TraceEventSink> format)
      throws ProgramNotRunnableException, IOException {
    ProgramLoader loader = loader();
    ResolvedProgram resolved = new ProgramResolver(request.classPath()).resolve(request.program());
    if (options.observes()) {
      record(resolved, loader, format);
    } else {
      loader.open(new LoadedProgram(resolved.classPath(), this, this));
      if (out != null) {
        traceOutput().close(); // who asked for a file finds one, and hears of a wrong name
      }
      if (out != null || asksForMore()) {
        warning("nothing is traced without --calls, --call-counts, --breakpoint or --on-exception");
      }
    }
    Class<?> mainClass =
        new ProgramEnvironment(resolved, request.arguments()).enter(loader.classLoader());
    ProgramStart start = new ProgramStart(MainMethod.of(mainClass), request.arguments(), this);
    Duration timeout = options.bounds().timeout();
    if (timeout != null) {
      ServiceThread.start(
          "bottrace-timeout",
          new Runnable() {
            @Override
            public void run() {
              endAfter(timeout, resolved);
            }
          });
    }
    return start;
  }

  /** Takes the exception that leaves the program's {@code main}. */
  @Override
  public void accept(Throwable thrown) {
    if (recorder != null) {
      recorder.uncaught(thrown);
    }
  }

  /** Tells whether there are options that say how something is traced, though nothing is. */
  @SuppressWarnings("ReferenceEquality") // equal ones are compared after that
  private boolean asksForMore() {
    if (options == TraceOptions.DEFAULT) {
      return false; // the first comparison of records costs as much as all the rest of a start
    }
    Duration timeout = options.bounds().timeout();
    return !options.equals(
        timeout == null ? TraceOptions.DEFAULT : TraceOptions.DEFAULT.withTimeout(timeout));
  }

  private static ProgramLoader loader() {
    if (AppLoader.isPossible()) {
      return new AppLoader();
    }
    boolean ready =
        ClassLoader.getSystemClassLoader() instanceof TracingClassLoader system && !system.isOpen();
    TracingClassLoader loader =
        ready
            ? (TracingClassLoader) ClassLoader.getSystemClassLoader()
            : TracingClassLoader.inside(ProgramLauncher.class.getClassLoader());
    JdkInternals.bindBootLayer(loader); // the compiler is a service too
    return loader;
  }

  private void record(
      ResolvedProgram resolved, ProgramLoader loader, Function<OutputStream, TraceEventSink> format)
      throws IOException {
    TraceEventSink events = format.apply(traceOutput());
    TraceSession opened =
        new TraceSession(
            resolved, options, loader, true, new LauncherInstrumentation(loader.ownJar()));
    session = opened;
    Recorder recording = Recorder.writing(opened.recorded(), this, events);
    recording.mainThread(Thread.currentThread());
    sink = events;
    recorder = recording;
    loader.open(opened.program(recording, ExitCalls.HALT, this));
    if (stdout != null) {
      ProgramStreams.share(stdout, new Flush(recording));
      if (!options.calls() && !options.state().takesSnapshots()) {
        stdout.writeThrough(); // counts come after the last line
      }
    }
    Runnable end = new EndOfJvm();
    if (!JdkInternals.afterShutdownHooks(end)) {
      Runtime.getRuntime().addShutdownHook(new Thread(end, "bottrace-end"));
    }
    if (options.calls() || options.state().takesSnapshots()) {
      ServiceThread.start("bottrace-flush", new TraceFlusher(recording, file, ending));
    }
  }

  // Classes with a name: the JDK takes milliseconds to make ready for a lambda.

  /** Hands on what was recorded so far. */
  private static final class Flush implements Runnable {
    private final Recorder recorder;

    Flush(Recorder recorder) {
      this.recorder = recorder;
    }

    @Override
    public void run() {
      recorder.flush();
    }
  }

  private final class EndOfJvm implements Runnable {
    @Override
    public void run() {
      writeAll();
      if (writeFailed) {
        host.halt(WRITE_FAILED);
      }
    }
  }

  private OutputStream traceOutput() throws IOException {
    if (out != null) {
      WriteBehind opened = new WriteBehind(new FileOutputStream(out.toFile()));
      file = opened;
      return opened;
    }
    SharedStdout shared = SharedStdout.ofProcess();
    stdout = shared;
    return shared.forTrace();
  }

  /**
   * Looks for a class that writes past our stream. Order is then kept by writing everything at
   * once.
   */
  @Override
  public void reads(byte[] classFile) {
    if (stdout == null
        || recorder == null
        || !(options.calls() || options.state().takesSnapshots())
        || writesThrough) {
      return;
    }
    if (DirectOutput.isUsedBy(classFile)) {
      writesThrough = true;
      recorder.writeThrough();
      try {
        stdout.writeThrough();
      } catch (IOException e) {
        writeFailed(e);
      }
    }
  }

  @Override
  public void warning(String warning) {
    host.notice("bottrace: warning: " + warning);
  }

  @Override
  public void notice(String line) {
    host.notice(line);
  }

  @Override
  public void limitReached(long events) {
    host.notice("MAX_EVENTS reached (" + events + ")");
  }

  @Override
  public void writeFailed(IOException failure) {
    if (!writeFailed) {
      writeFailed = true;
      String what =
          failure instanceof FileSystemException
              ? "" // names its file
              : "the trace to " + (out == null ? "standard output" : out) + ": ";
      host.notice("bottrace: error: cannot write " + what + failure.getMessage());
    }
  }

  @Override
  public int programHalts(int status) {
    writeAll();
    return writeFailed ? WRITE_FAILED : status;
  }

  @Override
  public void programExits(int status) {
    throw new IllegalStateException("the program may end this JVM");
  }

  /** Synchronized, for the JVM not to halt in one thread while another one writes. */
  private synchronized void writeAll() {
    if (!ending.compareAndSet(false, true) || recorder == null || sink == null) {
      return;
    }
    Recorder ended = recorder;
    TraceEventSink last = sink;
    ended.finish();
    List<Receipt> receipts = session == null ? List.of() : session.receipts(ended);
    writeReceipts(last, receipts);
    if (options.callCounts() && !writeFailed) {
      finishStdout();
      writeCounts(last, ended);
    }
    finish(last); // whatever failed before: it may have a file of its own
    finishStdout();
    for (Receipt receipt : receipts) {
      host.notice("bottrace: " + receipt);
    }
    explainNothing(ended);
  }

  private void writeReceipts(TraceEventSink last, List<Receipt> receipts) {
    try {
      last.receipts(receipts);
    } catch (IOException e) {
      writeFailed(e);
    }
  }

  private void writeCounts(TraceEventSink last, Recorder ended) {
    try {
      last.counts(ended.callCounts());
    } catch (IOException e) {
      writeFailed(e);
    }
  }

  private void finish(TraceEventSink last) {
    try {
      last.finish();
    } catch (IOException e) {
      writeFailed(e);
    }
  }

  private void finishStdout() {
    if (stdout != null) {
      try {
        stdout.finish();
      } catch (IOException e) {
        writeFailed(e);
      }
    }
  }

  /** Says why there is no trace, if there is none. */
  private void explainNothing(Recorder ended) {
    boolean calls = options.calls() || options.callCounts();
    if (!calls || writeFailed || options.bounds().maxEvents() == 0 || ended.hasRecorded()) {
      return;
    }
    host.notice(
        session == null || session.symbols().isEmpty()
            ? "bottrace: nothing was traced: no class that was loaded is in scope"
                + (options.scope().includes().isEmpty()
                    ? "; by default that is the code in directories, in the jar with the main class and in the"
                        + " source file; --include adds more"
                    : " of --include " + String.join(", ", options.scope().includes()))
            : "bottrace: nothing was traced: no method in scope was called");
  }

  private void endAfter(Duration timeout, ResolvedProgram resolved) {
    ServiceThread.sleep(Math.max(1, timeout.toMillis()));
    if (ending.get()) {
      return;
    }
    String seconds = Bounds.seconds(timeout);
    host.notice("TIMEOUT after " + seconds + "s - dumping stacks:\n" + stacks(resolved));
    Thread last = ServiceThread.start("bottrace-end", this::writeAll);
    try {
      last.join(LAST_WRITE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    host.halt(Termination.TIMEOUT);
  }

  private static String stacks(ResolvedProgram resolved) {
    return ThreadDump.of(
            name -> resolved.classPath().find(name.replace('.', '/') + ".class") != null)
        .stripTrailing();
  }
}
