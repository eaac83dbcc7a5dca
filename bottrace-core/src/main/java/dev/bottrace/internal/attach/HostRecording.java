package dev.bottrace.internal.attach;

import dev.bottrace.internal.launch.ServiceThread;
import dev.bottrace.internal.launch.TaskProbes;
import dev.bottrace.internal.record.EventLog;
import dev.bottrace.internal.record.LiveFeed;
import dev.bottrace.internal.record.LiveOptions;
import dev.bottrace.internal.record.RecordedParts;
import dev.bottrace.internal.record.RecordedProgram;
import dev.bottrace.internal.record.Recorder;
import dev.bottrace.internal.record.RecorderOwner;
import dev.bottrace.internal.record.TaskListener;
import dev.bottrace.option.Block;
import dev.bottrace.option.TraceOptions;
import dev.bottrace.runtime.StateSink;
import dev.bottrace.runtime.ThreadSink;
import dev.bottrace.trace.Receipt;
import dev.bottrace.trace.Termination;
import dev.bottrace.trace.Termination.Kind;
import dev.bottrace.trace.Trace;
import dev.bottrace.trace.TraceEventSink;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Records what threads of this JVM call, from its beginning to its end. Safe for use by any number
 * of threads.
 */
public final class HostRecording {
  private static final Termination STOPPED = new Termination(Kind.STOPPED, 0, null, "");

  private final TraceOptions options;
  private final LiveOptions live;
  private final @Nullable LiveFeed feed;
  private final @Nullable Client client;
  private final boolean allThreads;
  private final @Nullable ForkJoinPool pool = ForkJoinTask.getPool();
  private final Hub hub;
  private final int number;
  private final HostNotices notices;
  private final HostWish wish;
  private final SeenThreads threads;
  private final EventLog log;
  private final Recorder recorder;
  private final StateSink state;
  private @Nullable TaskProbes links;
  private volatile boolean goesOn = true;
  private volatile boolean jvmEnds;
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final CompletableFuture<Trace> result = new CompletableFuture<>();

  /**
   * Who has the events written as they come, and is told at once what others find in the trace.
   *
   * @param sink where the events go
   * @param owner is told
   * @param jvmEnds is called when the JVM ends
   */
  record Client(TraceEventSink sink, RecorderOwner owner, Runnable jvmEnds) {}

  private HostRecording(
      TraceOptions options,
      LiveOptions live,
      boolean allThreads,
      Hub hub,
      @Nullable Client client) {
    this.options = options;
    this.live = live;
    this.feed = live.feed();
    this.client = client;
    this.allThreads = allThreads;
    this.hub = hub;
    this.number = options.state().breakpoints().isEmpty() ? 0 : hub.places().add(this);
    this.notices = new HostNotices(client == null ? null : client.owner());
    this.wish = new HostWish(options, hub, number, notices);
    this.threads = new SeenThreads(this, hub);
    this.log = EventLog.sharing(hub.symbols(), live.keepLast());
    RecordedProgram program =
        new RecordedProgram(
            hub.symbols(), wish.table(), options, new HostProgramClasses(hub), true);
    this.recorder =
        client == null
            ? Recorder.keeping(program, notices, log, feed)
            : Recorder.writing(program, notices, client.sink());
    this.state = recorder.state();
  }

  /**
   * Begins to record.
   *
   * @param options what
   * @param live what becomes of events
   * @param allThreads whether all threads of this JVM are recorded, or the calling one and those
   *     that it starts
   * @return the recording, which goes on until it is stopped
   * @throws IllegalStateException if this JVM does not allow it, or there is nothing to record; the
   *     message says what to do
   */
  public static HostRecording start(TraceOptions options, LiveOptions live, boolean allThreads) {
    live.check(options);
    HostRecording recording = new HostRecording(options, live, allThreads, Hub.get(), null);
    if (!allThreads) {
      recording.recorder.mainThread(Thread.currentThread());
    }
    recording.listen();
    recording.serve();
    recording.begin();
    return recording;
  }

  /** Makes a recording of all threads that goes to a client; it has not begun. */
  static HostRecording of(TraceOptions options, Hub hub, Client client) {
    return new HostRecording(options, LiveOptions.NONE, true, hub, client);
  }

  /** Gives the classes their probes. */
  void begin() {
    boolean begun = false;
    try {
      hub.ahead().load(recorder, client == null ? null : client.sink(), options);
      linkTasks();
      hub.begin(this);
      begun = true;
    } finally {
      if (!begun) {
        stop();
      }
    }
  }

  private void endInJvm() {
    if (links != null) {
      links.end();
    }
    hub.end(this);
  }

  private void linkTasks() {
    TaskListener tasks = recorder.tasks();
    if (tasks != null) {
      tasks.lending(threads);
      links = TaskProbes.beginOrSay(hub::instrumentation, tasks.listener(), notices::notice);
    }
  }

  private void listen() {
    if (feed != null) {
      feed.flushing(recorder::flush);
      ServiceThread.start(
          "bottrace listener",
          () -> {
            hub.excludeThisThread();
            feed.run();
          });
    }
  }

  /** A thread that comes near the end of its stack can't hand its events on. */
  private void serve() {
    if (options.calls() || options.state().takesSnapshots()) {
      ServiceThread.start(
          "bottrace events",
          () -> {
            hub.excludeThisThread();
            recorder.serve();
          });
    }
  }

  /**
   * Records a block of code.
   *
   * @param options what
   * @param live what becomes of events
   * @param block what the calling thread runs
   * @return what was recorded; with the exception that left the block
   * @throws IllegalStateException if this JVM does not allow it, or there is nothing to record; the
   *     message says what to do
   */
  public static Trace during(TraceOptions options, LiveOptions live, Block block) {
    HostRecording recording = start(options, live, false);
    Termination end = STOPPED;
    try {
      end = run(block);
      if (end.uncaught() != null) {
        StackLines.keep(end.uncaught());
        recording.recorder.uncaught(end.uncaught());
      }
    } catch (Error e) {
      StackLines.keep(e);
      throw e;
    } finally {
      recording.stop(end);
    }
    return recording.stop();
  }

  private static Termination run(Block block) {
    try {
      block.run();
      return new Termination(Kind.RETURNED, 0, null, "");
    } catch (Exception e) {
      return new Termination(Kind.UNCAUGHT, 1, e, "");
    }
  }

  /**
   * Returns what was recorded so far. Goes on.
   *
   * @return calls that are open have not ended there; all there is, if the recording has stopped
   */
  public Trace snapshot() {
    return result.isDone() ? result.join() : recorder.atRest(() -> trace(STOPPED, log.soFar()));
  }

  /**
   * Ends the recording, if it goes on.
   *
   * @return what was recorded
   */
  public Trace stop() {
    return stop(STOPPED);
  }

  /** Ends the recording with the JVM: nobody needs the classes as they were. */
  Trace stopWithJvm() {
    jvmEnds = true;
    return stop(STOPPED);
  }

  /** Hears that the JVM ends; a host that records itself sees to its end on its own. */
  void jvmEnds() {
    if (client != null) {
      client.jvmEnds().run();
    }
  }

  Recorder recorder() {
    return recorder;
  }

  /** The listener may call this too, while another thread waits for the listener. */
  private Trace stop(Termination end) {
    if (!stopping.compareAndSet(false, true)) {
      return feed != null && feed.isListening() ? snapshot() : result.join();
    }
    try {
      finish();
      result.complete(trace(end, log.whole()));
    } catch (Throwable e) {
      result.completeExceptionally(e); // others wait for it
      throw e;
    }
    return result.join();
  }

  /** Whatever fails, the classes are as they were, and the listener's thread ends. */
  private void finish() {
    try {
      recorder.finish();
    } finally {
      goesOn = false;
      try {
        if (!jvmEnds) {
          endInJvm();
        }
      } finally {
        letGo();
      }
    }
  }

  private void letGo() {
    if (wish.breakpoints() != null) {
      hub.places().remove(number);
    }
    if (feed != null) {
      feed.close();
    }
  }

  private Trace trace(Termination end, EventLog.Snapshot events) {
    List<Receipt> receipts = new ArrayList<>(recorder.receipts());
    receipts.addAll(wish.receipts());
    LeftAlone leftAlone = wish.leftAlone();
    List<String> said = new ArrayList<>(notices.kept());
    said.addAll(live.notices(events, feed));
    said.addAll(leftAlone.notices());
    return new Trace(
        end,
        events.recording(),
        recorder.callCounts(),
        events.threads(),
        receipts,
        said,
        RecordedParts.of(
            options,
            hub.symbols(),
            leftAlone.unseen(),
            leftAlone.always(),
            notices.stopped(),
            events.dropped()));
  }

  /**
   * Returns how many events the listener did not get.
   *
   * @return the number so far
   */
  public long dropped() {
    return feed == null ? 0 : feed.dropped();
  }

  boolean goesOn() {
    return goesOn;
  }

  boolean seesAllThreads() {
    return allThreads;
  }

  /** Returns the pool of the thread that began this. */
  @Nullable ForkJoinPool pool() {
    return pool;
  }

  /** Returns what it wants of classes. */
  HostWish wish() {
    return wish;
  }

  StateSink state() {
    return state;
  }

  /** Returns where the calls of the current thread go. */
  ThreadSink begin(HostThread thread) {
    threads.add(thread);
    return recorder.ofCurrentThread();
  }

  void forgetThreads() {
    threads.forget();
  }
}
