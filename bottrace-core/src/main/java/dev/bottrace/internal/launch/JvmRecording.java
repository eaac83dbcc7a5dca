package dev.bottrace.internal.launch;

import dev.bottrace.internal.instrument.ExitCalls;
import dev.bottrace.internal.record.Recorder;
import dev.bottrace.internal.record.RecorderOwner;
import dev.bottrace.option.ProcessHost;
import dev.bottrace.option.TraceOptions;
import dev.bottrace.trace.Receipt;
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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of a JVM's one program, however that came into it: written while the program
 * runs, and the rest when the JVM ends, in whatever way.
 */
final class JvmRecording implements RecorderOwner, LoadedProgram.Listener {
  private static final int WRITE_FAILED = 125;

  private final TraceOptions options;
  private final @Nullable Path out;
  private final ProcessHost host;
  private final boolean launches;
  private final AtomicBoolean ending = new AtomicBoolean();
  private volatile boolean writeFailed;
  private volatile @Nullable IOException unsaid;
  private volatile boolean writesThrough;
  private @Nullable TraceSession session;
  private @Nullable BrokenClasses brokenClasses;
  private @Nullable VisibleEffects effects;
  private @Nullable SharedStdout stdout;
  private @Nullable WriteBehind file;
  private @Nullable Recorder recorder;
  private @Nullable TraceEventSink sink;

  /**
   * Makes one that records nothing yet.
   *
   * @param options what to record
   * @param out where the trace goes; null is standard output, which the program shares then
   * @param host the process
   * @param launches whether the program's {@code main} is called by us, who see what leaves it
   */
  JvmRecording(TraceOptions options, @Nullable Path out, ProcessHost host, boolean launches) {
    this.options = options;
    this.out = out;
    this.host = host;
    this.launches = launches;
  }

  /**
   * Begins to record. The calling thread is the program's main thread.
   *
   * @param opened puts together what the recording needs
   * @param format writes events to a stream
   * @return what gives the program's classes their probes
   * @throws IOException if the trace can't be written where it is to go
   */
  LoadedProgram begin(TraceSession opened, Function<OutputStream, TraceEventSink> format)
      throws IOException {
    TraceEventSink events = format.apply(traceOutput());
    session = opened;
    Recorder recording = Recorder.writing(opened.recorded(), this, events);
    sink = events;
    recorder = recording;
    if (launches) {
      recording.mainThread(Thread.currentThread());
    } else {
      recording.untoldMainThread(Thread.currentThread());
    }
    if (stdout != null) {
      ProgramStreams.share(stdout, new Flush(recording));
      if (!comesBetweenLines(events)) {
        stdout.writeThrough();
      }
    }
    if (options.async()) {
      opened.linkTasks(recording, this::warning);
    }
    LastHook.add(new EndOfJvm());
    if (options.calls() || options.state().takesSnapshots()) {
      ServiceThread.start("bottrace-flush", new TraceFlusher(recording, file, ending));
    }
    LoadedProgram opening = opened.program(recording, ExitCalls.HALT, this);
    brokenClasses = new BrokenClasses(opening, opened.classLoader());
    effects = launches ? new VisibleEffects() : null;
    if (!launches) {
      new LoadedAhead().load(recording, events, options);
    }
    return opening;
  }

  /** Counts come after the last line, and what was uncaught can wait for the end of one. */
  private boolean comesBetweenLines(TraceEventSink events) {
    return options.calls()
        || (!options.state().breakpoints().isEmpty() && !events.keepsSnapshots());
  }

  /** Makes the file of a run that records nothing: who asked for one hears of a wrong name. */
  void makeEmptyFile() throws IOException {
    if (out != null) {
      traceOutput().close();
    }
  }

  /** Writes nothing: there is no program that could be run. */
  void giveUp() {
    ending.set(true);
  }

  /** Takes the exception that leaves the program's {@code main}. */
  void uncaught(Throwable thrown) {
    lookForBrokenClass(thrown);
    if (recorder != null) {
      recorder.uncaught(thrown);
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
      unsaid = failure;
      say(failure);
    }
  }

  /** Without memory this fails, and is made up for at the end. */
  private void say(IOException failure) {
    String what =
        failure instanceof FileSystemException
            ? "" // names its file
            : "the trace to " + (out == null ? "standard output" : out) + ": ";
    host.notice("bottrace: error: cannot write " + what + failure.getMessage());
    unsaid = null;
  }

  @Override
  public void linkageFailed(LinkageError thrown) {
    lookForBrokenClass(thrown);
  }

  /** What we have broken is said, or, while nothing has come of it, undone. */
  private void lookForBrokenClass(Throwable thrown) {
    BrokenClass found = brokenClasses == null ? null : brokenClasses.behind(thrown);
    if (found != null) {
      runAgainWithout(found);
      host.notice("bottrace: " + found.notice("--exclude " + found.name()));
    }
  }

  /** Returns if that is not possible. No trace is written meanwhile. */
  private void runAgainWithout(BrokenClass found) {
    if (!launches || options.scope().excludes().contains(found.name())) {
      return;
    }
    if (file != null) {
      file.atRest(written -> runAgainWithout(found, written));
    } else if (stdout != null) {
      stdout.atRest(() -> runAgainWithout(found, 0));
    }
  }

  private void runAgainWithout(BrokenClass found, long written) {
    VisibleEffects seen = effects;
    if (seen != null
        && seen.none(written)
        && ending.compareAndSet(false, true)
        && !host.runAgainWithout(
            found.name(), "bottrace: " + found.description() + ", running again without it")) {
      ending.set(false);
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

  /** Writes what is left. Synchronized, for the JVM not to halt while another thread writes. */
  synchronized void writeAll() {
    if (!ending.compareAndSet(false, true) || recorder == null || sink == null) {
      return;
    }
    Recorder ended = recorder;
    TraceEventSink last = sink;
    ended.finish();
    if (unsaid != null) {
      say(unsaid);
    }
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

  /** Ends the JVM after some time, with the stacks of all its threads. */
  void endAfter(Duration timeout, Predicate<String> isOfProgram) {
    ServiceThread.start("bottrace-timeout", new TimeOut(this, host, timeout, isOfProgram));
  }

  /** Tells whether all is written, or is just being written. */
  boolean isEnding() {
    return ending.get();
  }
}
