package dev.bottrace.internal.attach;

import dev.bottrace.internal.launch.ServiceThread;
import dev.bottrace.internal.record.Recorder;
import dev.bottrace.internal.record.RecorderOwner;
import dev.bottrace.option.ProcessHost;
import dev.bottrace.option.TraceOptions;
import dev.bottrace.trace.Trace;
import dev.bottrace.trace.TraceEventSink;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What is recorded of the program of this JVM for somebody who attached to it, and is written as it
 * comes. Safe for use by any number of threads.
 */
public final class AttachedRecording {
  private static final long INTERVAL_MILLIS = 100;

  /** How long the end of the JVM waits for what is left to be written. */
  private static final long LAST_WRITE_MILLIS = 2000;

  private final TraceOptions options;
  private final TraceEventSink sink;
  private final ProcessHost host;
  private final Runnable over;
  private final Hub hub;
  private final HostRecording recording;
  private final AtomicBoolean ends = new AtomicBoolean();
  private final CountDownLatch ending = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean failed;
  private volatile boolean jvmEnds;

  private AttachedRecording(
      TraceOptions options, TraceEventSink sink, ProcessHost host, Runnable over, Hub hub) {
    this.options = options;
    this.sink = sink;
    this.host = host;
    this.over = over;
    this.hub = hub;
    this.recording =
        HostRecording.of(
            options, hub, new HostRecording.Client(sink, new Owner(), this::endWithJvm));
  }

  /**
   * Begins to record.
   *
   * @param options what
   * @param instrumentation of this JVM
   * @param sink where it goes
   * @param host hears what there is to say
   * @param over is called when nothing more will come, by any thread, which is not to be kept
   * @return the recording, which goes on until it is ended
   * @throws IllegalStateException if the program is traced already
   */
  public static AttachedRecording begin(
      TraceOptions options,
      Instrumentation instrumentation,
      TraceEventSink sink,
      ProcessHost host,
      Runnable over) {
    Hub hub = Hub.attached(instrumentation);
    hub.excludeThisThread();
    AttachedRecording attached = new AttachedRecording(options, sink, host, over, hub);
    hub.endWithJvm();
    Thread main = MainThread.find();
    if (main != null) {
      attached.recording.recorder().untoldMainThread(main);
    }
    attached.recording.begin();
    if (options.calls() || options.state().takesSnapshots()) {
      ServiceThread.start("bottrace-flush", attached::flush);
    }
    return attached;
  }

  private void flush() {
    hub.excludeThisThread();
    Recorder recorder = recording.recorder();
    while (!isAfter(ending, INTERVAL_MILLIS)) {
      recorder.flush();
    }
  }

  private static boolean isAfter(CountDownLatch moment, long millis) {
    try {
      return moment.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return false; // nobody has reason to interrupt a thread of ours
    }
  }

  /**
   * Ends the recording, and writes what is left. When this returns, classes that nobody else
   * records are as they were, unless the JVM ends.
   */
  public void end() {
    if (!ends.compareAndSet(false, true)) {
      return;
    }
    ending.countDown();
    try {
      Trace trace = jvmEnds ? recording.stopWithJvm() : recording.stop();
      if (!failed) {
        write(trace);
      }
      trace.notices().forEach(notice -> host.notice("bottrace: " + notice));
      explainNothing();
    } finally {
      ended.countDown();
    }
  }

  /**
   * Tells whether the JVM is ending.
   *
   * @return false while it goes on
   */
  public boolean jvmEnds() {
    return jvmEnds;
  }

  private void write(Trace trace) {
    try {
      sink.receipts(trace.receipts());
      if (options.callCounts()) {
        sink.counts(recording.recorder().callCounts());
      }
      sink.finish();
    } catch (IOException e) {
      fail(e);
    }
  }

  private void fail(IOException failure) {
    if (!failed) {
      failed = true;
      host.notice("bottrace: error: the trace is not whole: " + failure.getMessage());
    }
  }

  /** Says why there is no trace, if there is none. */
  private void explainNothing() {
    boolean calls = options.calls() || options.callCounts();
    if (!calls
        || failed
        || options.bounds().maxEvents() == 0
        || recording.recorder().hasRecorded()) {
      return;
    }
    host.notice("bottrace: nothing was traced: " + whyNothing());
  }

  private String whyNothing() {
    HostWish wish = recording.wish();
    if (!wish.methods().isEmpty()) {
      return "no method in scope was called; those that ran already are not seen";
    }
    if (!wish.leftAlone().isEmpty()) {
      return "no class in scope could be recorded";
    }
    List<String> includes = options.scope().includes();
    return "no class that was loaded is in scope"
        + (includes.isEmpty()
            ? "; by default that is the code in directories and in the jar with the main class;"
                + " --include adds more"
            : " of --include " + String.join(", ", includes));
  }

  /** Called when the JVM ends, which waits for what is left to be written. */
  private void endWithJvm() {
    jvmEnds = true;
    over.run();
    isAfter(ended, LAST_WRITE_MILLIS);
  }

  /** Hears of the recorder, with its lock. */
  private final class Owner implements RecorderOwner {
    @Override
    public void limitReached(long events) {
      host.notice("MAX_EVENTS reached (" + events + ")");
      if (!options.state().takesSnapshots()) {
        over.run();
      }
    }

    @Override
    public void notice(String line) {
      host.notice(line);
    }

    @Override
    public void snapshotsTaken() {
      if (!options.calls() && !options.callCounts()) {
        over.run();
      }
    }

    @Override
    public void writeFailed(IOException failure) {
      fail(failure);
      over.run();
    }

    /** Not called: calls that end the JVM are what they were. */
    @Override
    public int programHalts(int status) {
      return status;
    }

    /** Not called, as above. */
    @Override
    public void programExits(int status) {}
  }
}
