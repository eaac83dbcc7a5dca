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
import dev.bottrace.runtime.ProgramExit;
import dev.bottrace.trace.Termination;
import dev.bottrace.trace.Termination.Kind;
import dev.bottrace.trace.Trace;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs a program inside a JVM that goes on: in threads of its own, with classes of its own. */
public final class ProgramRunner implements RecorderOwner {
  private static final long CHECK_MILLIS = 20;

  private final ProgramRequest request;
  private final TraceOptions options;
  private final LiveOptions live;
  private final List<String> notices = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch mainEnded = new CountDownLatch(1);
  private volatile @Nullable Integer exitStatus;
  private volatile @Nullable Throwable uncaught;

  /**
   * Makes a runner, for one run.
   *
   * @param request the program, and what to record of it
   * @param live what becomes of events
   */
  public ProgramRunner(ProgramRequest request, LiveOptions live) {
    this.request = request;
    this.live = live;
    this.options = request.options();
  }

  /**
   * Runs the program, and waits for its end.
   *
   * @return what was recorded
   * @throws ProgramNotRunnableException if there is no such program
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
    TraceSession session = new TraceSession(resolved, options, loader);
    EventLog log = EventLog.keeping(session.symbols(), live.keepLast());
    LiveFeed feed = live.feed();
    Recorder recorder = Recorder.keeping(session.recorded(), this, log, feed);
    if (feed != null) {
      feed.flushing(recorder::flush);
      ServiceThread.start("bottrace listener", feed);
    }
    loader.open(session.program(recorder, ExitCalls.ALL, notices::add));
    Consumer<String[]> main = MainMethod.of(load(loader, resolved));
    ThreadGroup group = new ProgramThreads();
    Thread thread = new Thread(group, () -> call(main, recorder), "main", 0, false);
    thread.setContextClassLoader(loader);
    recorder.mainThread(thread);
    thread.start();
    Termination termination = await(group, resolved, recorder);
    recorder.finish();
    if (feed != null) {
      feed.close();
    }
    notices.addAll(live.notices(log.whole(), feed));
    return new Trace(
        termination,
        log,
        recorder.callCounts(),
        log.threads(),
        session.receipts(recorder),
        notices,
        RecordedParts.of(options));
  }

  private static Class<?> load(TracingClassLoader loader, ResolvedProgram resolved)
      throws ProgramNotRunnableException {
    try {
      return Class.forName(resolved.mainClass(), false, loader);
    } catch (ClassNotFoundException e) {
      throw new ProgramNotRunnableException(
          false, "there is no class " + resolved.mainClass() + " on the class path");
    } catch (LinkageError e) {
      throw new ProgramNotRunnableException(
          true, "class " + resolved.mainClass() + " can't be loaded: " + e);
    }
  }

  private void call(Consumer<String[]> main, Recorder recorder) {
    try {
      main.accept(request.arguments().toArray(new String[0]));
    } catch (ProgramExit e) {
      return;
    } catch (Throwable e) {
      uncaught = e;
      recorder.uncaught(e);
    } finally {
      mainEnded.countDown();
    }
  }

  private Termination await(ThreadGroup group, ResolvedProgram resolved, Recorder recorder)
      throws InterruptedException {
    Duration timeout = options.bounds().timeout();
    long deadline = timeout == null ? Long.MAX_VALUE : System.nanoTime() + timeout.toNanos();
    try {
      while (!isOver(group)) {
        if (System.nanoTime() - deadline >= 0 && timeout != null) {
          String stacks =
              ThreadDump.of(
                  name -> resolved.classPath().find(name.replace('.', '/') + ".class") != null);
          return new Termination(Kind.TIMED_OUT, Termination.TIMEOUT, null, stacks);
        }
        awaitChange(group);
        recorder.flush(); // for a thread that has no stack or memory left to do it
      }
    } finally {
      group.interrupt();
    }
    return ended();
  }

  private Termination ended() {
    Integer status = exitStatus;
    if (status != null) {
      return new Termination(Kind.EXITED, status, null, "");
    }
    return uncaught != null
        ? new Termination(Kind.UNCAUGHT, 1, uncaught, "")
        : new Termination(Kind.RETURNED, 0, null, "");
  }

  private boolean isOver(ThreadGroup group) {
    return exitStatus != null || (mainEnded.getCount() == 0 && firstAlive(group) == null);
  }

  private void awaitChange(ThreadGroup group) throws InterruptedException {
    Thread alive = firstAlive(group);
    if (mainEnded.getCount() > 0) {
      mainEnded.await(CHECK_MILLIS, java.util.concurrent.TimeUnit.MILLISECONDS);
    } else if (alive != null) {
      alive.join(CHECK_MILLIS);
    }
  }

  private static @Nullable Thread firstAlive(ThreadGroup group) {
    Thread[] threads = new Thread[group.activeCount() + 16];
    int count = group.enumerate(threads, true);
    for (int i = 0; i < count; i++) {
      if (!threads[i].isDaemon() && threads[i] != Thread.currentThread()) {
        return threads[i];
      }
    }
    return null;
  }

  /** The threads of a program. One that ends because the program exits says nothing. */
  private static final class ProgramThreads extends ThreadGroup {
    ProgramThreads() {
      super("traced program");
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
      if (!(thrown instanceof ProgramExit)) {
        super.uncaughtException(thread, thrown);
      }
    }
  }

  @Override
  public void notice(String line) {
    notices.add(line);
  }

  @Override
  public void limitReached(long events) {
    notices.add("MAX_EVENTS reached (" + events + ")");
  }

  @Override
  public void writeFailed(IOException failure) {
    notices.add("recording stopped: " + failure.getMessage());
  }

  @Override
  public int programHalts(int status) {
    return status;
  }

  @Override
  public void programExits(int status) {
    if (exitStatus == null) {
      exitStatus = status;
    }
    throw new ProgramExit(status);
  }
}
