package dev.bottrace.internal.attach;

import dev.bottrace.internal.record.Recorder;
import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.runtime.ProbeSink;
import dev.bottrace.runtime.Probes;
import dev.bottrace.runtime.ProgramSink;
import dev.bottrace.runtime.StateSink;
import dev.bottrace.runtime.ThreadSink;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the probes in a host's classes call: finds the recordings that see the current thread. One
 * for each copy of {@link Probes}.
 */
final class Hub implements ProbeSink {
  private final SymbolTable symbols = SymbolTable.remembering();

  @SuppressWarnings("ThreadLocalUsage") // there is one hub
  private final HostThreads threads = new HostThreads();

  private final HostPlaces places = new HostPlaces(this);
  private final HostClasses classes;
  private volatile Recordings recordings = Recordings.NONE;

  private Hub(HostClasses classes) {
    this.classes = classes;
  }

  /**
   * Returns the hub.
   *
   * @throws IllegalStateException if this JVM allows no recording; the message says what to do
   */
  static Hub get() {
    ClassLoader loader = Probes.class.getClassLoader();
    if (loader == null || loader instanceof Supplier) {
      throw new IllegalStateException(
          "a program that bottrace traces can't record itself: run it without, or ask for what it"
              + " records from outside");
    }
    synchronized (Hub.class) {
      if (ProgramSink.get() instanceof Hub known) {
        return known;
      }
      Hub hub = new Hub(new HostClasses(Attachment.find("recording loaded classes")));
      ProgramSink.set(hub);
      return hub;
    }
  }

  SymbolTable symbols() {
    return symbols;
  }

  Instrumentation instrumentation() {
    return classes.instrumentation();
  }

  HostPlaces places() {
    return places;
  }

  HostClasses classes() {
    return classes;
  }

  /** Begins a recording; its classes have their probes when this returns. */
  synchronized void begin(HostRecording recording) {
    Recordings before = recordings;
    if (!recording.seesAllThreads()) {
      threads.mine().begin(recording);
    }
    recordings = before.with(recording);
    boolean begun = false;
    try {
      classes.begin(recording, this);
      begun = true;
    } finally {
      if (!begun) {
        end(recording);
      }
    }
  }

  /** Ends a recording; classes that nobody else records are as they were when this returns. */
  synchronized void end(HostRecording recording) {
    recordings = recordings.without(recording);
    recording.forgetThreads();
    classes.end(recording, recordings);
  }

  Recordings recordings() {
    return recordings;
  }

  /** Nobody is ever to see the current thread. */
  void excludeThisThread() {
    threads.mine().exclude();
  }

  HostThread thisThread() {
    return threads.mine();
  }

  private @Nullable HostThread known() {
    HostThread thread = threads.get();
    return thread != null && thread.known == recordings ? thread : unknown();
  }

  private @Nullable HostThread unknown() {
    try {
      HostThread thread = threads.mine();
      thread.look(recordings);
      return thread;
    } catch (OutOfMemoryError e) {
      return null;
    }
  }

  @Override
  public ThreadSink current(int method) {
    HostThread thread = known();
    return thread == null ? Recorder.unobserved() : thread.sinkOf(method);
  }

  @Override
  public boolean crosses(int site, @Nullable Class<?> receiver, int depth) {
    HostThread thread = known();
    return thread != null && thread.crosses(site, receiver);
  }

  /** Tells whether a recording sees the current thread. */
  boolean isSeen(HostRecording recording) {
    HostThread thread = known();
    return thread != null && thread.isSeenBy(recording);
  }

  @Override
  public void count(int method) {
    current(method).count(method);
  }

  /** What is over is taken out of the classes. */
  @Override
  public @Nullable MethodHandle over() {
    return null;
  }

  @Override
  public ThreadSink nobody() {
    return Recorder.unobserved();
  }

  @Override
  public StateSink state() {
    return places;
  }

  /** Not called: in the classes of a host, calls that end the JVM are what they were. */
  @Override
  public int programHalts(int status) {
    return status;
  }

  /** Not called, as above. */
  @Override
  public void programExits(int status) {}

  /** Which recordings belong to which thread. A thread inherits those of the one that makes it. */
  private static final class HostThreads extends InheritableThreadLocal<@Nullable HostThread> {
    @Override
    protected @Nullable HostThread childValue(@Nullable HostThread parent) {
      return parent != null && parent.hasOwn() ? new HostThread(parent) : null;
    }

    HostThread mine() {
      HostThread thread = get();
      if (thread == null) {
        thread = new HostThread();
        set(thread);
      }
      return thread;
    }
  }

  List<HostRecording> all() {
    return recordings.all();
  }
}
