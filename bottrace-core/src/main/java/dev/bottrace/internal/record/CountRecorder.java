package dev.bottrace.internal.record;

import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.option.TraceOptions;
import dev.bottrace.runtime.StateSink;
import dev.bottrace.runtime.ThreadSink;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.Receipt;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts calls, and records nothing else. Each platform thread has a table of its own, virtual
 * threads share one.
 */
final class CountRecorder implements Recorder {
  private final SymbolTable symbols;
  private final RecorderOwner owner;
  private final int maxDepth;
  private final long maxEvents;
  private final @Nullable AtomicLong remaining;
  private final CallCounter.OfManyThreads shared = new CallCounter.OfManyThreads();

  @SuppressWarnings("ThreadLocalUsage") // each traced program has a recorder of its own
  private final ThreadLocal<@Nullable CountedThread> current = new ThreadLocal<>();

  /** The tables of threads that have one, so that a call is counted in as few steps as can be. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<long @Nullable []> table = new ThreadLocal<>();

  private @Nullable Thread mainThread;

  /** The table of the main thread, whose calls are most: it is found without a look-up. */
  private long @Nullable [] mainTable;

  private final @Nullable EndSwitch over;

  private final ThreadRegistry<CountedThread> threads = new ThreadRegistry<>();
  private final CallCounter.OfOneThread retired = new CallCounter.OfOneThread();

  CountRecorder(SymbolTable symbols, TraceOptions options, RecorderOwner owner) {
    this.symbols = symbols;
    this.owner = owner;
    this.maxDepth = options.bounds().maxDepth();
    this.maxEvents = options.bounds().maxEvents();
    this.remaining = maxEvents == Long.MAX_VALUE ? null : new AtomicLong(maxEvents);
    this.over = maxEvents == Long.MAX_VALUE ? null : new EndSwitch();
    if (maxEvents == 0) {
      reached();
    }
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
  public void mainThread(Thread thread) {
    mainThread = thread;
  }

  @Override
  public void untoldMainThread(Thread thread) {
    mainThread = thread;
  }

  @Override
  public void count(int method) {
    long[] counts = Thread.currentThread() == mainThread ? mainTable : table.get();
    if (counts != null && method < counts.length) {
      counts[method]++;
    } else {
      countFirst(method);
    }
  }

  private void countFirst(int method) {
    CountedThread known = current.get();
    ThreadSink thread = known != null ? known : unseen();
    if (thread instanceof CountedThread counted) {
      counted.count(method);
      if (counted.counter instanceof CallCounter.OfOneThread own) {
        keep(own.counts());
      }
    }
  }

  private void keep(long[] counts) {
    if (Thread.currentThread() == mainThread) {
      mainTable = counts;
      return;
    }
    try {
      table.set(counts);
    } catch (OutOfMemoryError e) {
      return; // the next call finds them the long way
    }
  }

  @Override
  public boolean crosses(int site, @Nullable Class<?> receiver, int depth) {
    return depth >= maxDepth || symbols.callSites().crosses(site, receiver);
  }

  @Override
  public ThreadSink current(int method) {
    CountedThread known = current.get();
    return known != null ? known : unseen();
  }

  private ThreadSink unseen() {
    ThreadSink found = ofCurrentThread();
    if (found instanceof CountedThread thread) {
      current.set(thread);
    }
    return found;
  }

  @Override
  public @Nullable TaskListener tasks() {
    return null;
  }

  @Override
  public ThreadSink ofCurrentThread() {
    try {
      CountedThread known = threads.of(Thread.currentThread(), this::begin, this::retireIfOver);
      return known == null ? UnobservedThread.INSTANCE : known;
    } catch (OutOfMemoryError e) {
      return UnobservedThread.INSTANCE;
    }
  }

  private CountedThread begin(Thread thread) {
    if (remaining != null) {
      return new CountedThread(
          thread, new CallCounter.Bounded(shared, remaining, this::reached), symbols, maxDepth);
    }
    boolean own = !VirtualThreads.isVirtual(thread);
    CallCounter counter = own ? new CallCounter.OfOneThread() : shared;
    return new CountedThread(thread, counter, symbols, maxDepth);
  }

  private void reached() {
    if (over != null) {
      over.turn();
    }
    owner.limitReached(maxEvents);
  }

  /**
   * Adds the counts of a thread that is gone to those of all that are. Under the registry's lock.
   */
  private boolean retireIfOver(CountedThread thread) {
    if (!thread.isOver()) {
      return false;
    }
    if (!thread.retired && thread.counter instanceof CallCounter.OfOneThread own) {
      retired.add(own.counts());
      thread.retired = true; // memory may end before it leaves the registry
    }
    return true;
  }

  @Override
  public StateSink state() {
    return NoState.INSTANCE;
  }

  @Override
  public void uncaught(Throwable thrown) {}

  @Override
  public List<Receipt> receipts() {
    return List.of();
  }

  @Override
  public void flush() {}

  @Override
  public <T> T atRest(Supplier<T> look) {
    return look.get();
  }

  @Override
  public void writeThrough() {}

  @Override
  public void finish() {}

  @Override
  public Set<String> leftOut(TraceOptions options) {
    return Set.of(EventRecorder.class.getName(), Recorder.class.getName());
  }

  @Override
  public boolean hasRecorded() {
    return !callCounts().isEmpty();
  }

  @Override
  public List<CallCount> callCounts() {
    CallCounter.OfOneThread total = new CallCounter.OfOneThread();
    total.add(shared.counts());
    synchronized (threads) { // or a thread could be counted twice that retires just now
      total.add(retired.counts());
      for (CountedThread thread : threads.snapshot()) {
        if (!thread.retired && thread.counter instanceof CallCounter.OfOneThread own) {
          total.add(own.counts());
        }
      }
    }
    return total.named(symbols);
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
