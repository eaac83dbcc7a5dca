package dev.bottrace.internal.record;

import dev.bottrace.internal.capture.Capture;
import dev.bottrace.internal.capture.ValueCapturer;
import dev.bottrace.internal.symbol.BreakpointSite;
import dev.bottrace.internal.symbol.BreakpointTable;
import dev.bottrace.option.StateOptions;
import dev.bottrace.runtime.StateSink;
import dev.bottrace.trace.BreakpointSnapshot;
import dev.bottrace.trace.CapturedVariable;
import dev.bottrace.trace.Receipt;
import dev.bottrace.trace.WatchResult;
import java.lang.StackWalker.StackFrame;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Takes snapshots at breakpoints, up to a number, and hands them on in the order of the trace.
 * Never throws into the program.
 */
final class SnapshotRecorder implements StateSink {
  private final EventRecorder recorder;
  private final StateOptions options;
  private final BreakpointTable table;
  private final ValueCapturer capturer;
  private final StackCapture stacks;
  private final BreakpointWatches watches;
  private final AtomicLong remaining;
  private volatile boolean stopped;

  @SuppressWarnings("ThreadLocalUsage") // each traced program has a recorder of its own
  private final ThreadLocal<Boolean> busy = new ThreadLocal<>();

  /** How many threads are. */
  private final AtomicInteger capturing = new AtomicInteger();

  /** How many snapshots were handed on, or given up. */
  private final AtomicLong taken = new AtomicLong();

  SnapshotRecorder(EventRecorder recorder, RecordedProgram program) {
    this.recorder = recorder;
    this.options = program.options().state();
    this.table = program.breakpoints();
    this.capturer = new ValueCapturer(options.limits(), options.redaction());
    this.stacks = new StackCapture(program.symbols());
    this.watches = new BreakpointWatches(program, recorder::notice);
    this.remaining = new AtomicLong(options.snapshots());
    this.stopped = options.snapshots() == 0;
  }

  /** Says why breakpoints and watches produced nothing. */
  List<Receipt> receipts() {
    return new StateReceipts(options, table, watches).all();
  }

  @Override
  public boolean reached(int site) {
    return !stopped;
  }

  @Override
  public void entered(int counter) {
    table.entered(counter);
  }

  @Override
  public boolean passed(int site) {
    try {
      return isBusy() || watches.passed(site);
    } catch (OutOfMemoryError e) {
      return true; // this one is not counted
    }
  }

  @Override
  public boolean fires(int site, @Nullable Class<?> declaring, @Nullable Object[] values) {
    if (stopped || isBusy() || OwnThread.isCurrent()) {
      return false;
    }
    try {
      return watches.fire(site, declaring, values);
    } catch (OutOfMemoryError e) {
      return false; // this one is not seen
    } catch (RuntimeException | LinkageError | InternalError e) {
      failed(site, e);
      return false;
    }
  }

  @Override
  public void capture(int site, @Nullable Class<?> declaring, @Nullable Object[] values) {
    if (stopped || isBusy() || OwnThread.isCurrent()) {
      return;
    }
    try {
      BreakpointSite place = table.site(site);
      if (!place.conditional()) {
        watches.fired(place);
      }
      if (claim()) {
        captureAlone(new Reached(place, declaring, Arrays.asList(values)));
      }
    } catch (OutOfMemoryError e) {
      return; // this one is not seen
    } catch (RuntimeException | LinkageError | InternalError e) {
      failed(site, e);
    }
  }

  private void captureAlone(Reached reached) {
    capturing.incrementAndGet();
    try {
      busy.set(true);
      capture(reached);
    } finally {
      busy.remove();
      capturing.decrementAndGet();
      if (taken.incrementAndGet() == options.snapshots()) {
        recorder.snapshotsTaken();
      }
    }
  }

  /** Tells whether this thread is about to capture: what that sets off is not of the program. */
  private boolean isBusy() {
    return capturing.get() != 0 && busy.get() != null;
  }

  /** The program must not feel a mistake of ours. */
  private void failed(int site, Throwable mistake) {
    stopped = true;
    recorder.notice(
        "bottrace: internal error at "
            + table.site(site).location()
            + ", no more snapshots are taken; please report it: "
            + mistake
            + (mistake.getStackTrace().length == 0 ? "" : " at " + mistake.getStackTrace()[0]));
  }

  private void capture(Reached reached) {
    BreakpointSite site = reached.site();
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Capture capture = capturer.begin();
    List<StackFrame> stack = StackCapture.ofProgram();
    // What was asked for by name comes first: all values share a budget.
    List<WatchResult> results = watches.results(reached, capture);
    List<CapturedVariable> innermost = variables(reached, capture);
    recorder.drain.snapshot(
        new BreakpointSnapshot(
            site.location(),
            now,
            recorder.threadName(),
            stacks.snapshots(stack, site.line(), innermost, site.note(), open(), capture),
            results));
  }

  private @Nullable List<CallVariables> open() {
    return options.locals() ? recorder.openCalls() : null;
  }

  private static List<CapturedVariable> variables(Reached reached, Capture capture) {
    List<CapturedVariable> captured = new ArrayList<>();
    for (int i = 0; i < reached.values().size(); i++) {
      String name = reached.site().variables().get(i).name();
      captured.add(capture.variable(name, reached.values().get(i)));
    }
    return captured;
  }

  /** Takes one of the snapshots that are left; says so when it was the last. */
  private boolean claim() {
    long left = remaining.getAndDecrement();
    if (left <= 0) {
      return false;
    }
    if (left == 1) {
      stopped = true;
      recorder.notice("MAX_SNAPSHOTS reached (" + options.snapshots() + ")");
    }
    return true;
  }
}
