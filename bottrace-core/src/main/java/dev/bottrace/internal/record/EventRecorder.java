package dev.bottrace.internal.record;

import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.option.StateOptions;
import dev.bottrace.option.TraceOptions;
import dev.bottrace.runtime.ProgramExit;
import dev.bottrace.runtime.StateSink;
import dev.bottrace.runtime.ThreadSink;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.Receipt;
import java.lang.invoke.MethodHandle;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Records each call and each return, and hands them on in an order in which everything that
 * happened before something else stands before it.
 */
final class EventRecorder implements Recorder {
  /** Id of the exception class that stands for one that no probe saw. */
  static final int SOME_THROWABLE = 0;

  final SymbolTable symbols;
  final boolean followsLocals;
  final boolean snapshotsUncaught;
  final Sequence sequence = new Sequence();
  final int maxDepth;

  /** The way out. Its lock guards who runs {@code main}, too. */
  final EventDrain drain;

  /**
   * Whether events are wanted. Read by each probe, without order: to stop a little late does no
   * harm.
   */
  boolean recording;

  /** Whether each event is handed on at once. Read by threads that were told to ask. */
  volatile boolean writingThrough;

  final ThreadRegistry<ThreadRecord> threads = new ThreadRegistry<>();
  @Nullable Thread mainThread;

  /** Set by the main thread. Others may see it or not: they are not that thread. */
  @Nullable ThreadRecord mainRecord;

  /**
   * Who takes events out. What that thread calls on the way is not the program's: another agent may
   * have changed classes of the JDK that we use, so that they call traced code.
   */
  @Nullable Thread takingOut;

  /** Whether a thread found no memory for its record, so that calls of it are missing. */
  volatile boolean unobserved;

  private final @Nullable EndSwitch over;
  private final @Nullable CallValues values;
  private final @Nullable SnapshotRecorder snapshots;
  private final @Nullable UncaughtRecorder uncaught;
  private final @Nullable TaskListener links;
  private final RecorderOwner owner;

  @SuppressWarnings("ThreadLocalUsage") // each traced program has a recorder of its own
  private final ThreadLocal<@Nullable ThreadRecord> current = new ThreadLocal<>();

  private boolean untoldMain;

  /** Whether threads outlive the recorder: what they keep would keep it. */
  private final boolean inHost;

  EventRecorder(RecordedProgram program, RecorderOwner owner, EventConsumer consumer) {
    SymbolTable symbols = program.symbols();
    TraceOptions options = program.options();
    StateOptions state = options.state();
    if (symbols.exceptionId(new Throwable()) != SOME_THROWABLE) {
      throw new IllegalArgumentException("the symbol table is in use already");
    }
    this.symbols = symbols;
    this.inHost = program.inHost();
    this.owner = owner;
    this.maxDepth = options.bounds().maxDepth();
    this.values = state.arguments() || state.returns() ? new CallValues(symbols, state) : null;
    this.followsLocals = state.followsLocals();
    this.snapshotsUncaught = state.uncaught();
    boolean onlyEvents = !followsLocals && !snapshotsUncaught;
    boolean bounded = options.bounds().maxEvents() != Long.MAX_VALUE;
    this.over = onlyEvents && bounded ? new EndSwitch() : null;
    boolean atPlaces = !state.breakpoints().isEmpty() || !state.watches().isEmpty();
    this.snapshots = atPlaces ? new SnapshotRecorder(this, program) : null;
    this.uncaught = snapshotsUncaught ? new UncaughtRecorder(this, state) : null;
    this.links = options.async() && options.calls() ? new TaskListener(this) : null;
    CountedRuns runs = new CountedRuns(symbols, options, links != null, consumer);
    this.drain = new EventDrain(this, runs, over, owner, consumer);
    this.recording = options.calls() || options.callCounts();
    if (recording && runs.remaining == 0) {
      drain.stopAtLimit();
    }
  }

  @Override
  public void mainThread(Thread thread) {
    synchronized (drain) {
      mainThread = thread;
    }
  }

  @Override
  public void untoldMainThread(Thread thread) {
    synchronized (drain) {
      mainThread = thread;
      untoldMain = true;
    }
  }

  /** Tells whether the recorder itself has to see what leaves the outermost method of a thread. */
  boolean looksAtEndOf(ThreadRecord thread) {
    return snapshotsUncaught && (untoldMain || !thread.main);
  }

  @Override
  public boolean crosses(int site, @Nullable Class<?> receiver, int depth) {
    return depth >= maxDepth || symbols.callSites().crosses(site, receiver);
  }

  @Override
  public ThreadSink current(int method) {
    return current();
  }

  private ThreadSink current() {
    ThreadRecord main = mainRecord;
    if (main != null && Thread.currentThread() == mainThread) {
      return main; // most calls are in the main thread: it is found without a look-up
    }
    ThreadRecord known = current.get();
    return known != null && Thread.currentThread() != takingOut ? known : unseen();
  }

  private ThreadSink unseen() {
    ThreadSink found = ofCurrentThread();
    if (!inHost && found instanceof ThreadRecord known) {
      current.set(known);
      if (known.main) {
        mainRecord = known;
      }
    }
    return found;
  }

  @Override
  public ThreadSink ofCurrentThread() {
    Thread thread = Thread.currentThread();
    if (thread == takingOut) {
      return UnobservedThread.INSTANCE;
    }
    try {
      ThreadRecord known = threads.of(thread, this::begin, ThreadRecord::isOver);
      if (links != null) {
        links.found(known);
      }
      return known == null ? UnobservedThread.INSTANCE : known;
    } catch (OutOfMemoryError e) {
      unobserved = true;
      return UnobservedThread.INSTANCE;
    }
  }

  private ThreadRecord begin(Thread thread) {
    boolean main = thread == mainThread;
    return links == null ? new ThreadRecord(this, thread, main) : links.begin(this, thread, main);
  }

  /** Tells whether what the current thread does is the program's, and of interest. */
  boolean listens() {
    return recording && Thread.currentThread() != takingOut;
  }

  /** Returns the record of the current thread; null if its events are not wanted. */
  @Nullable LinkedThread linked() {
    return recording && ofCurrentThread() instanceof LinkedThread linked ? linked : null;
  }

  @Override
  public @Nullable TaskListener tasks() {
    return links;
  }

  @Override
  public @Nullable MethodHandle over() {
    return over == null ? null : over.handle();
  }

  @Override
  public ThreadSink nobody() {
    return UnobservedThread.INSTANCE;
  }

  @Override
  public StateSink state() {
    return snapshots == null ? NoState.INSTANCE : snapshots;
  }

  /** Writes down the arguments of a call; null if they are not wanted. */
  @Nullable Object argumentsOf(int method, @Nullable Object[] arguments) {
    return values == null ? null : values.ofCall(method, arguments);
  }

  /** Writes down what a call returns; null if that is not wanted. */
  @Nullable Object resultOf(int method, @Nullable Object value) {
    return values == null ? null : values.ofReturn(method, value);
  }

  /** Returns what the current thread is called in the trace. */
  String threadName() {
    return current() instanceof ThreadRecord thread
        ? drain.nameOf(thread)
        : Thread.currentThread().getName();
  }

  /** Returns the variables of the open calls of the current thread, innermost first. */
  List<CallVariables> openCalls() {
    return current() instanceof ThreadRecord thread ? thread.openCalls() : List.of();
  }

  /** Returns the variables of the calls of the current thread that an exception has left. */
  List<CallVariables> callsLeftBy(Throwable thrown) {
    return current() instanceof ThreadRecord thread ? thread.callsLeftBy(thrown) : List.of();
  }

  @Override
  public void uncaught(Throwable thrown) {
    if (uncaught != null && !(thrown instanceof ProgramExit)) {
      uncaught.take(thrown);
    }
  }

  void linkageFailed(LinkageError failure) {
    owner.linkageFailed(failure);
  }

  void notice(String line) {
    owner.notice(line);
  }

  void snapshotsTaken() {
    owner.snapshotsTaken();
  }

  @Override
  public List<Receipt> receipts() {
    return snapshots == null ? List.of() : snapshots.receipts();
  }

  @Override
  public void count(int method) {
    throw new IllegalStateException("calls are recorded, not only counted");
  }

  @Override
  public void flush() {
    drain.flush();
  }

  @Override
  public void serve() {
    drain.serve();
  }

  @Override
  public void provide() {
    drain.provide();
  }

  @Override
  public <T> T atRest(Supplier<T> look) {
    return drain.atRest(look);
  }

  @Override
  public void writeThrough() {
    drain.writeThrough();
  }

  @Override
  public void finish() {
    drain.finish();
  }

  @Override
  public Set<String> leftOut(TraceOptions options) {
    Set<String> names = new HashSet<>();
    names.add(CountRecorder.class.getName());
    names.add(LiveFeed.class.getName());
    if (values == null) {
      names.add(CallValues.class.getName());
    }
    if (snapshots == null) {
      names.add(SnapshotRecorder.class.getName());
    }
    if (uncaught == null) {
      names.add(UncaughtRecorder.class.getName());
    }
    if (links == null) {
      names.add(TaskListener.class.getName());
    }
    return names;
  }

  @Override
  public boolean hasRecorded() {
    return drain.hasRecorded();
  }

  @Override
  public List<CallCount> callCounts() {
    return drain.callCounts();
  }

  @Override
  public int programHalts(int status) {
    return owner.programHalts(status);
  }

  @Override
  public void programExits(int status) {
    owner.programExits(status);
  }
}
