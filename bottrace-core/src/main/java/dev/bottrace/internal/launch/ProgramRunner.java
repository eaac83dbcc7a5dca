package dev.bottrace.internal.launch;

import dev.bottrace.internal.instrument.ExitCalls;
import dev.bottrace.internal.record.EventLog;
import dev.bottrace.internal.record.LiveFeed;
import dev.bottrace.internal.record.LiveOptions;
import dev.bottrace.internal.record.RecordedParts;
import dev.bottrace.internal.record.Recorder;
import dev.bottrace.internal.record.RecorderOwner;
import dev.bottrace.option.ProgramNotRunnableException;
import dev.bottrace.option.TraceOptions;
import dev.bottrace.trace.Termination;
import dev.bottrace.trace.Termination.Kind;
import dev.bottrace.trace.Trace;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs a program inside a JVM that goes on: in threads of its own, with classes of its own. */
public final class ProgramRunner implements RecorderOwner {
  private static final long CHECK_MILLIS = 20;

  private final ProgramRequest request;
  private final TraceOptions options;
  private final LiveOptions live;
  private final Supplier<Instrumentation> instrumentation;
  private final List<String> notices = Collections.synchronizedList(new ArrayList<>());
  private volatile @Nullable HostedRun run;
  private volatile @Nullable BrokenClasses brokenClasses;
  private volatile @Nullable Throwable uncaught;
  private volatile String stopped = "";

  /**
   * Makes a runner, for one run.
   *
   * @param request the program, and what to record of it
   * @param live what becomes of events
   * @param instrumentation finds that of this JVM, or throws an {@link IllegalStateException} that
   *     says why there is none; asked only if the program has class loaders of its own
   */
  public ProgramRunner(
      ProgramRequest request, LiveOptions live, Supplier<Instrumentation> instrumentation) {
    this.request = request;
    this.live = live;
    this.instrumentation = instrumentation;
    this.options = request.options();
  }

  /**
   * Runs the program, and waits for its end.
   *
   * @return what was recorded
   * @throws ProgramNotRunnableException if there is no such program
   * @throws IllegalStateException if the program makes class loaders of its own and this JVM has no
   *     agent; it has been ended then
   * @throws InterruptedException if the calling thread is interrupted while it waits; the program's
   *     threads are then
   */
  public Trace run() throws ProgramNotRunnableException, InterruptedException {
    String classPath =
        request.classPath() != null
            ? request.classPath()
            : System.getProperty("java.class.path", ".");
    ResolvedProgram resolved = new ProgramResolver(classPath).resolve(request.program());
    try {
      return run(resolved);
    } finally {
      closeQuietly(resolved.classPath());
    }
  }

  private static void closeQuietly(ClassPath classPath) {
    try {
      classPath.close();
    } catch (IOException e) {
      return; // it was only read
    }
  }

  private Trace run(ResolvedProgram resolved)
      throws ProgramNotRunnableException, InterruptedException {
    TracingClassLoader loader = TracingClassLoader.inside(ProgramRunner.class.getClassLoader());
    TraceSession session = new TraceSession(resolved, options, loader, false, instrumentation);
    HostedRun hosted =
        new HostedRun(
            loader,
            resolved,
            request.arguments(),
            options.captureOutput(),
            session.others(),
            notices::add);
    run = hosted;
    loader.host(hosted);
    EventLog log = EventLog.keeping(session.symbols(), live.keepLast());
    LiveFeed feed = live.feed();
    Recorder recorder = Recorder.keeping(session.recorded(), this, log, feed);
    if (feed != null) {
      feed.flushing(recorder::flush);
      ServiceThread.start("bottrace listener", feed);
    }
    LoadedProgram opened = session.program(recorder, ExitCalls.ALL, notices::add);
    brokenClasses = new BrokenClasses(opened, loader);
    loader.open(opened);
    TaskProbes links = session.linkTasks(recorder, notices::add);
    Termination termination;
    List<Thread> unended;
    try {
      termination = run(loader, resolved, hosted, recorder);
    } finally {
      recorder.finish(); // first: what happens to the program now is not its own doing
      unended = hosted.end();
      session.others().end();
      if (links != null) {
        links.end();
      }
      if (feed != null) {
        feed.close();
      }
    }
    unended.forEach(thread -> notices.add(UnendedThread.notice(thread)));
    notices.addAll(live.notices(log.whole(), feed));
    return new Trace(
        termination.withUnended(unended.stream().map(Thread::getName).toList()),
        log,
        recorder.callCounts(),
        log.threads(),
        session.receipts(recorder),
        notices,
        RecordedParts.of(
            options, session.symbols(), List.of(), List.of(), stopped, log.whole().dropped()),
        hosted.output());
  }

  private Termination run(
      ClassLoader loader, ResolvedProgram resolved, HostedRun hosted, Recorder recorder)
      throws ProgramNotRunnableException, InterruptedException {
    Thread main =
        hosted.mainThread(
            MainMethod.of(load(loader, resolved)),
            thrown -> {
              uncaught = thrown;
              lookForBrokenClass(thrown);
              recorder.uncaught(thrown);
            });
    recorder.mainThread(main);
    main.start();
    if (!await(hosted, recorder)) {
      String stacks =
          ThreadDump.of(
              hosted.threads(),
              name -> resolved.classPath().find(name.replace('.', '/') + ".class") != null);
      return new Termination(Kind.TIMED_OUT, Termination.TIMEOUT, null, stacks);
    }
    hosted.runHooks();
    return ended(hosted);
  }

  private static Class<?> load(ClassLoader loader, ResolvedProgram resolved)
      throws ProgramNotRunnableException {
    try {
      return Class.forName(resolved.mainClass(), false, loader);
    } catch (ClassNotFoundException e) {
      throw new ProgramNotRunnableException(
          false, "there is no class " + resolved.mainClass() + " on the class path");
    } catch (LinkageError | SecurityException e) {
      throw new ProgramNotRunnableException(
          true, "class " + resolved.mainClass() + " can't be loaded: " + e);
    }
  }

  /** Waits for the end; returns false if time was over before. */
  private boolean await(HostedRun hosted, Recorder recorder) throws InterruptedException {
    Duration timeout = options.bounds().timeout();
    long deadline = timeout == null ? Long.MAX_VALUE : System.nanoTime() + timeout.toNanos();
    long pause = 1;
    while (!hosted.isOver()) {
      if (timeout != null && System.nanoTime() - deadline >= 0) {
        return false;
      }
      hosted.await(pause);
      pause = Math.min(2 * pause, CHECK_MILLIS);
      if (pause == CHECK_MILLIS) {
        recorder.flush(); // for a thread that has no stack or memory left to do it
      }
    }
    return true;
  }

  private Termination ended(HostedRun hosted) {
    String refusal = hosted.refusal();
    if (refusal != null) {
      throw new IllegalStateException(refusal);
    }
    Integer status = hosted.exitStatus();
    if (status != null) {
      return new Termination(Kind.EXITED, status, null, "");
    }
    return uncaught != null
        ? new Termination(Kind.UNCAUGHT, 1, uncaught, "")
        : new Termination(Kind.RETURNED, 0, null, "");
  }

  @Override
  public void linkageFailed(LinkageError thrown) {
    lookForBrokenClass(thrown);
  }

  private void lookForBrokenClass(Throwable thrown) {
    BrokenClasses classes = brokenClasses;
    BrokenClass found = classes == null ? null : classes.behind(thrown);
    if (found != null) {
      notices.add(found.notice("exclude(\"" + found.name() + "\")"));
    }
  }

  @Override
  public void notice(String line) {
    notices.add(line);
  }

  @Override
  public void limitReached(long events) {
    stopped = RecordedParts.limitReached(events);
    notices.add("MAX_EVENTS reached (" + events + ")");
  }

  @Override
  public void writeFailed(IOException failure) {
    stopped = "recording stopped: " + failure.getMessage();
    notices.add(stopped);
  }

  @Override
  public int programHalts(int status) {
    hosted().halt(status);
    return status;
  }

  @Override
  public void programExits(int status) {
    hosted().exit(status);
  }

  private HostedRun hosted() {
    return Objects.requireNonNull(run);
  }
}
