package dev.bottrace.internal.attach;

import dev.bottrace.internal.launch.LastHook;
import dev.bottrace.internal.launch.LoadedAhead;
import dev.bottrace.internal.launch.RunningCode;
import dev.bottrace.internal.record.Recorder;
import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.runtime.ProbeSink;
import dev.bottrace.runtime.Probes;
import dev.bottrace.runtime.ProgramSink;
import dev.bottrace.runtime.StateSink;
import dev.bottrace.runtime.ThreadSink;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandle;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the probes in a host's classes call: finds the recordings that see the current thread. One
 * for each copy of {@link Probes}.
 */
final class Hub implements ProbeSink {
  private final SymbolTable symbols = SymbolTable.remembering();

  @SuppressWarnings("ThreadLocalUsage") // there is one hub
  private final ThreadLocal<@Nullable HostThread> threads;

  private final HostPlaces places = new HostPlaces(this);
  private final HostClasses classes;
  private final OwnCode code;
  private final LoadedAhead ahead = new LoadedAhead();
  private volatile Recordings recordings = Recordings.NONE;
  private boolean endsWithJvm;

  private Hub(HostClasses classes, OwnCode code, ThreadLocal<@Nullable HostThread> threads) {
    this.classes = classes;
    this.code = code;
    this.threads = threads;
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
      Instrumentation found = Attachment.find("recording loaded classes");
      Hub hub = new Hub(new HostClasses(found), OwnCode.OF_HOST, new HostThreads());
      ProgramSink.set(hub);
      LoadedAhead.initializeProbes();
      return hub;
    }
  }

  /**
   * Returns the hub of a JVM that others attach to, whose probes the boot loader has. It stays for
   * as long as the JVM, as the probes know no other one. All threads are recorded there, so none
   * inherits anything.
   *
   * @throws IllegalStateException if the program is traced already; the message says so
   */
  static Hub attached(Instrumentation instrumentation) {
    synchronized (Hub.class) {
      Object given = ProgramSink.get();
      if (given instanceof Hub known) {
        return known;
      }
      if (given != null) {
        throw new IllegalStateException(
            "bottrace traces that program already, from its start: it runs with the agent");
      }
      Hub hub =
          new Hub(
              new HostClasses(instrumentation),
              new AttachedCode(RunningCode.find()),
              new ThreadLocal<>());
      ProgramSink.set(hub);
      LoadedAhead.initializeProbes();
      return hub;
    }
  }

  /** Returns what has loaded what probes need. */
  LoadedAhead ahead() {
    return ahead;
  }

  OwnCode code() {
    return code;
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
      mine().begin(recording);
    }
    recordings = before.with(recording);
    boolean begun = false;
    try {
      classes.begin(recording.wish(), this);
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
    classes.end(recording.wish(), recordings.wishes());
  }

  /** Has attached recordings end with the JVM. */
  synchronized void endWithJvm() {
    if (!endsWithJvm) {
      LastHook.add(() -> recordings.all().forEach(HostRecording::jvmEnds));
      endsWithJvm = true;
    }
  }

  Recordings recordings() {
    return recordings;
  }

  HostThread mine() {
    HostThread thread = threads.get();
    if (thread == null) {
      thread = new HostThread();
      threads.set(thread);
    }
    return thread;
  }

  /** Nobody is ever to see the current thread. */
  void excludeThisThread() {
    mine().exclude();
  }

  private @Nullable HostThread known() {
    HostThread thread = threads.get();
    return thread != null && thread.known == recordings ? thread : unknown();
  }

  private @Nullable HostThread unknown() {
    try {
      HostThread thread = mine();
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
  }
}
