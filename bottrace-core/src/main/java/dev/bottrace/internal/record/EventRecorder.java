package dev.bottrace.internal.record;

import dev.bottrace.internal.compact.EventCode;
import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.option.StateOptions;
import dev.bottrace.option.TraceOptions;
import dev.bottrace.runtime.ProgramExit;
import dev.bottrace.runtime.StateSink;
import dev.bottrace.runtime.ThreadSink;
import dev.bottrace.trace.BreakpointSnapshot;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.ExceptionSnapshot;
import dev.bottrace.trace.Receipt;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Records each call and each return, and hands them on in an order in which everything that
 * happened before something else stands before it.
 *
 * <p>The recorder's monitor guards the way out: at most one thread hands events on, while others go
 * on recording for as long as their rings have room. A monitor and not a lock of {@code
 * java.util.concurrent}, since waiting for one of those could eat the permit that a program's own
 * {@code unpark} has given.
 */
final class EventRecorder implements Recorder {
  /** Id of the exception class that stands for one that no probe saw. */
  static final int SOME_THROWABLE = 0;

  private static final String UNOBSERVED =
      "bottrace: warning: out of memory: calls of some threads are missing";

  private static final long RETRY_MILLIS = 10;
  private static final long WAIT_FOR_STACK_NANOS = 5_000_000_000L;
  private static final long WAIT_FOR_MEMORY_NANOS = 1_000_000_000L;
  private static final long[] NO_COUNTS = {};

  final SymbolTable symbols;
  final boolean followsLocals;
  final boolean snapshotsUncaught;
  final Sequence sequence = new Sequence();
  final int maxDepth;

  /**
   * Whether events are wanted. Read by each probe, without order: to stop a little late does no
   * harm.
   */
  boolean recording;

  /** Whether each event is handed on at once. Read by threads that were told to ask. */
  volatile boolean writingThrough;

  private final long maxEvents;
  private final boolean emitsCalls;
  private final @Nullable EndSwitch over;
  private final @Nullable CallValues values;
  private final @Nullable SnapshotRecorder snapshots;
  private final @Nullable UncaughtRecorder uncaught;
  private final @Nullable TaskListener links;
  private final RecorderOwner owner;
  private final EventConsumer consumer;
  private final CallCounter.@Nullable OfOneThread counter;
  private final RunMerger merger = new RunMerger(this::handOn);
  private final Reserve reserve = new Reserve();
  private final IOException outOfMemory = new IOException("out of memory");

  @SuppressWarnings("ThreadLocalUsage") // each traced program has a recorder of its own
  private final ThreadLocal<@Nullable ThreadRecord> current = new ThreadLocal<>();

  private final ThreadRegistry<ThreadRecord> threads = new ThreadRegistry<>();
  private @Nullable Thread mainThread;
  private boolean untoldMain;

  /** Set by the main thread. Others may see it or not: they are not that thread. */
  private @Nullable ThreadRecord mainRecord;

  /**
   * Who takes events out. What that thread calls on the way is not the program's: another agent may
   * have changed classes of the JDK that we use, so that they call traced code.
   */
  private @Nullable Thread takingOut;

  private long remaining;

  /** How many calls were taken, where they are numbered. */
  private long calls;

  private boolean finished;
  private boolean anything;

  /** Whether it was memory that ended when events were last to be taken out. */
  private boolean withoutMemory;

  /** Whether a thread found no memory for its record, so that calls of it are missing. */
  private volatile boolean unobserved;

  /** Whether threads may have to wait for somebody who listens. */
  private final boolean waits;

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
    this.consumer = consumer;
    this.waits = consumer instanceof ObservedEvents;
    this.counter = options.callCounts() ? new CallCounter.OfOneThread() : null;
    this.maxDepth = options.bounds().maxDepth();
    this.maxEvents = options.bounds().maxEvents();
    this.remaining = maxEvents;
    this.values = state.arguments() || state.returns() ? new CallValues(symbols, state) : null;
    this.followsLocals = state.followsLocals();
    this.snapshotsUncaught = state.uncaught();
    this.emitsCalls = options.calls();
    boolean onlyEvents = !followsLocals && !snapshotsUncaught;
    this.over = onlyEvents && maxEvents != Long.MAX_VALUE ? new EndSwitch() : null;
    boolean atPlaces = !state.breakpoints().isEmpty() || !state.watches().isEmpty();
    this.snapshots = atPlaces ? new SnapshotRecorder(this, program) : null;
    this.uncaught = snapshotsUncaught ? new UncaughtRecorder(this, state) : null;
    this.links = options.async() && options.calls() ? new TaskListener(this) : null;
    this.recording = options.calls() || options.callCounts();
    if (recording && remaining == 0) {
      stopAtLimit();
    }
  }

  @Override
  public synchronized void mainThread(Thread thread) {
    mainThread = thread;
  }

  @Override
  public synchronized void untoldMainThread(Thread thread) {
    mainThread = thread;
    untoldMain = true;
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
  synchronized String threadName() {
    return current() instanceof ThreadRecord thread
        ? nameOf(thread)
        : Thread.currentThread().getName();
  }

  private String nameOf(ThreadRecord thread) {
    try {
      return consumer.identity(thread).name();
    } catch (IOException e) {
      fail(e);
      return thread.name;
    }
  }

  /** Returns the variables of the open calls of the current thread, innermost first. */
  List<CallVariables> openCalls() {
    return current() instanceof ThreadRecord thread ? thread.openCalls() : List.of();
  }

  /** Hands on what a breakpoint saw in the current thread, after all events before it. */
  synchronized void snapshot(BreakpointSnapshot snapshot) {
    aside(() -> consumer.snapshot(snapshot));
  }

  /** Hands on an exception that nobody catches, after all events before it. */
  synchronized void exception(ExceptionSnapshot exception) {
    aside(() -> consumer.exception(exception));
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

  /** Something that is no event, but stands among events. */
  private interface Aside {
    void handOn() throws IOException;
  }

  /** With the recorder's lock. */
  private void aside(Aside aside) {
    if (finished) {
      return;
    }
    takeOut();
    try {
      aside.handOn();
      if (writingThrough) {
        consumer.flush();
      }
      anything = true;
    } catch (IOException e) {
      fail(e);
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

  /** Takes events out of the rings, so that a thread has room; called by that thread. */
  void makeRoom(ThreadRecord thread) {
    if (waits && recording) {
      consumer.awaitRoom();
    }
    takeOutFor(thread);
  }

  private synchronized void takeOutFor(ThreadRecord thread) {
    if (!thread.ring.isFresh() || remaining <= EventRing.LAST_CAPACITY) {
      takeOut();
    } // else it has room: to look at all threads for each new one would take too long
    if (recording && !thread.ring.hasRoom()) {
      awaitRoom(thread);
    }
    thread.ring.admit(remaining);
    if (writingThrough) {
      thread.ring.askAlways();
    }
  }

  /** No stack or no memory here: the thread that flushes at intervals has a stack of its own. */
  private void awaitRoom(ThreadRecord thread) {
    boolean interrupted = false;
    long start = System.nanoTime();
    while (recording
        && !thread.ring.hasRoom()
        && System.nanoTime() - start
            < (withoutMemory ? WAIT_FOR_MEMORY_NANOS : WAIT_FOR_STACK_NANOS)) {
      try {
        wait(RETRY_MILLIS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
      takeOut();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (recording && !thread.ring.hasRoom()) {
      reserve.release();
      fail(outOfMemory);
    }
  }

  @Override
  public synchronized void flush() {
    if (!finished) {
      takeOut();
      flushConsumer();
    }
  }

  @Override
  public synchronized void provide() {
    if (!finished) {
      reserve.fill();
    }
  }

  @Override
  public synchronized <T> T atRest(Supplier<T> look) {
    flush();
    return look.get();
  }

  @Override
  public synchronized void writeThrough() {
    writingThrough = true;
    threads.snapshot().forEach(thread -> thread.ring.askAlways());
    flush();
  }

  private void flushConsumer() {
    try {
      consumer.flush();
    } catch (IOException e) {
      fail(e);
    } catch (OutOfMemoryError e) {
      return; // what is left is written next time
    } catch (Error e) {
      throw e instanceof StackOverflowError ? e : stopped(e);
    }
  }

  private void takeOut() {
    Thread thread = Thread.currentThread();
    if (!recording || thread == takingOut) {
      return;
    }
    withoutMemory = !takenOut(thread);
    if (withoutMemory && reserve.release()) {
      withoutMemory = !takenOut(thread);
      reserve.fill();
    }
  }

  /** Returns false if memory has ended. */
  private boolean takenOut(Thread thread) {
    ThreadRecord main = mainRecord;
    boolean isMain = thread == mainThread;
    takingOut = thread;
    if (isMain) {
      mainRecord = null; // so that its probes look who takes out
    }
    try {
      // In this order: a thread that is not among them yet has no event before the stamp.
      long before = sequence.claim();
      merger.merge(threads, before);
      if (remaining == 0) {
        stopAtLimit();
      }
    } catch (IOException e) {
      fail(e);
    } catch (RuntimeException e) {
      fail(new IOException("a bug in bottrace: " + e, e)); // which the program is not to meet
    } catch (OutOfMemoryError e) {
      // Events are taken whole or not at all: what is left is taken out next time.
      return false;
    } catch (StackOverflowError e) {
      return true; // as above
    } catch (Error e) {
      throw stopped(e);
    } finally {
      takingOut = null;
      if (isMain) {
        mainRecord = main;
      }
    }
    return true;
  }

  /** The program has stopped its thread in here, as JDKs before 20 let it: what was done last? */
  private Error stopped(Error cause) {
    fail(new IOException("the program has stopped a thread that was just writing it"));
    return cause;
  }

  private void handOn(ThreadRecord thread) throws IOException {
    EventRing ring = thread.ring;
    if (links != null) {
      resolve(thread);
    }
    if (remaining > 0) {
      if (emitsCalls) {
        take(thread, ring);
      } else {
        count(ring);
      }
    }
    ring.skipRun(); // what no more is wanted of
  }

  /** Says of what was handed over before this run which call did that. */
  private void resolve(ThreadRecord thread) throws IOException {
    for (Handover next = thread.ring.nextNote(); next != null; next = thread.ring.nextNote()) {
      long call = thread instanceof LinkedThread linked ? linked.innermost() : -1;
      next.resolve(symbols, consumer.identity(thread), call);
    }
  }

  private void number(ThreadRecord thread, long from) {
    EventRing ring = thread.ring;
    if (thread instanceof LinkedThread linked) {
      for (long at = from; at < ring.tail; at++) {
        int code = ring.codes[(int) at & (ring.codes.length - 1)];
        linked.taken(code, calls);
        calls += EventCode.kind(code) == EventCode.CALL ? 1 : 0;
      }
    }
  }

  /** What was taken is counted without a call, which could run out of stack. */
  private void take(ThreadRecord thread, EventRing ring) throws IOException {
    long[] counts = counter == null ? NO_COUNTS : counter.reserve(symbols.capacity());
    long from = ring.tail;
    try {
      consumer.take(thread, remaining);
    } finally {
      remaining -= ring.tail - from;
      if (links != null) {
        number(thread, from);
      }
      if (counts.length > 0) {
        int[] codes = ring.codes;
        for (long at = from; at < ring.tail; at++) {
          int code = codes[(int) at & (codes.length - 1)];
          if ((code & EventCode.KINDS) == EventCode.CALL) {
            counts[code >>> EventCode.KIND_BITS]++;
          }
        }
      }
    }
  }

  /** Takes a run of which nothing but its calls is of interest. */
  private void count(EventRing ring) {
    long[] counts = Objects.requireNonNull(counter).reserve(symbols.capacity());
    int[] codes = ring.codes;
    while (remaining > 0 && ring.hasNextInRun()) {
      int code = codes[(int) ring.tail & (codes.length - 1)];
      ring.tail++;
      if ((code & EventCode.KINDS) == EventCode.CALL) {
        counts[code >>> EventCode.KIND_BITS]++;
        remaining--;
      }
    }
  }

  private void stopAtLimit() {
    if (over != null) {
      over.turn();
    }
    flushConsumer();
    owner.limitReached(maxEvents);
    recording = false; // last: where there is no stack for these two, they are tried again
  }

  private void fail(IOException failure) {
    if (!finished) {
      recording = false;
      finished = true;
      try {
        owner.writeFailed(failure);
      } catch (OutOfMemoryError e) {
        return; // the owner knows, though it had no memory to say so
      }
    }
  }

  @Override
  public synchronized void finish() {
    if (finished) {
      return;
    }
    takeOut();
    recording = false;
    try {
      reserve.release();
      consumer.finish(remaining > 0);
    } catch (IOException e) {
      fail(e);
    }
    finished = true;
    if (unobserved) {
      owner.notice(UNOBSERVED);
    }
  }

  @Override
  public synchronized boolean hasRecorded() {
    return anything || remaining < maxEvents;
  }

  @Override
  public synchronized List<CallCount> callCounts() {
    return counter == null ? List.of() : counter.named(symbols);
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
