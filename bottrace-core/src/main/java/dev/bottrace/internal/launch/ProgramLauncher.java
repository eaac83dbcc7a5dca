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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes this JVM the program: once, on the main thread, which then has nothing left to do but to
 * call the program's {@code main}. What was recorded is written when the JVM ends, in whatever way.
 */
public final class ProgramLauncher implements RecorderOwner {
  private static final int WRITE_FAILED = 125;
  private static final long FLUSH_MILLIS = 100;
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
    TracingClassLoader loader = loader();
    JdkInternals.bindBootLayer(loader); // the compiler is a service too
    ResolvedProgram resolved = new ProgramResolver(request.classPath()).resolve(request.program());
    if (options.observes()) {
      record(resolved, loader, format);
    } else {
      loader.open(new LoadedProgram(resolved.classPath(), null, this, this::warn, classFile -> {}));
      if (out != null) {
        traceOutput().close(); // who asked for a file finds one, and hears of a wrong name
      }
      if (out != null || !options.equals(nothingButTimeout())) {
        warn("nothing is traced without --calls, --call-counts, --breakpoint or --on-exception");
      }
    }
    Class<?> mainClass = new ProgramEnvironment(resolved, request.arguments()).enter(loader);
    ProgramStart start =
        new ProgramStart(MainMethod.of(mainClass), request.arguments(), this::uncaught);
    Duration timeout = options.bounds().timeout();
    if (timeout != null) {
      ServiceThread.start("bottrace-timeout", () -> endAfter(timeout, resolved));
    }
    return start;
  }

  private void uncaught(Throwable thrown) {
    if (recorder != null) {
      recorder.uncaught(thrown);
    }
  }

  private TraceOptions nothingButTimeout() {
    Duration timeout = options.bounds().timeout();
    return timeout == null ? TraceOptions.DEFAULT : TraceOptions.DEFAULT.withTimeout(timeout);
  }

  private static TracingClassLoader loader() {
    boolean ready =
        ClassLoader.getSystemClassLoader() instanceof TracingClassLoader system && !system.isOpen();
    return ready
        ? (TracingClassLoader) ClassLoader.getSystemClassLoader()
        : TracingClassLoader.inside(ProgramLauncher.class.getClassLoader());
  }

  private void record(
      ResolvedProgram resolved,
      TracingClassLoader loader,
      Function<OutputStream, TraceEventSink> format)
      throws IOException {
    TraceEventSink events = format.apply(traceOutput());
    TraceSession opened = new TraceSession(resolved, options, loader);
    session = opened;
    Recorder recording = Recorder.writing(opened.recorded(), this, events);
    recording.mainThread(Thread.currentThread());
    sink = events;
    recorder = recording;
    loader.open(opened.program(recording, ExitCalls.HALT, this::warn, this::readClass));
    if (stdout != null) {
      ProgramStreams.share(stdout, recording::flush);
      if (!options.calls() && !options.state().takesSnapshots()) {
        stdout.writeThrough(); // counts come after the last line
      }
    }
    if (!JdkInternals.afterShutdownHooks(this::endOfJvm)) {
      Runtime.getRuntime().addShutdownHook(new Thread(this::endOfJvm, "bottrace-end"));
    }
    if (options.calls() || options.state().takesSnapshots()) {
      ServiceThread.start("bottrace-flush", () -> flushAtIntervals(recording));
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

  private void flushAtIntervals(Recorder recording) {
    while (!ending.get()) {
      long start = System.nanoTime();
      for (long left = FLUSH_MILLIS; left > 0; ) {
        writeBehind(left);
        left = FLUSH_MILLIS - (System.nanoTime() - start) / 1_000_000;
      }
      recording.flush();
    }
  }

  /** Waits, and writes a block of the file meanwhile, should there be one. */
  private void writeBehind(long millis) {
    try {
      if (file == null) {
        ServiceThread.sleep(millis);
      } else if (file.await(millis)) {
        file.writeOldest();
      }
    } catch (IOException e) {
      return; // who hands on the next block or flushes will hear of it
    } catch (InterruptedException e) {
      return; // nobody has reason to interrupt a thread of ours
    }
  }

  /**
   * Looks for a class that writes past our stream. Order is then kept by writing everything at
   * once.
   */
  private void readClass(byte[] classFile) {
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

  private void warn(String warning) {
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

  private void endOfJvm() {
    writeAll();
    if (writeFailed) {
      host.halt(WRITE_FAILED);
    }
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
    attempt(() -> last.receipts(receipts));
    if (options.callCounts() && !writeFailed) {
      attempt(this::finishStdout);
      attempt(() -> last.counts(ended.callCounts()));
    }
    attempt(last::finish); // whatever failed before: it may have a file of its own
    attempt(this::finishStdout);
    receipts.forEach(receipt -> host.notice("bottrace: " + receipt));
    explainNothing(ended);
  }

  /** A step of writing. */
  private interface Step {
    void run() throws IOException;
  }

  private void attempt(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      writeFailed(e);
    }
  }

  private void finishStdout() throws IOException {
    if (stdout != null) {
      stdout.finish();
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
