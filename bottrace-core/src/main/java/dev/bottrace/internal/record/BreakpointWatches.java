package dev.bottrace.internal.record;

import dev.bottrace.internal.capture.Capture;
import dev.bottrace.internal.code.ProgramClasses;
import dev.bottrace.internal.symbol.BreakpointSite;
import dev.bottrace.internal.symbol.BreakpointTable;
import dev.bottrace.internal.watch.WatchExpression;
import dev.bottrace.internal.watch.WatchFailure;
import dev.bottrace.internal.watch.WatchSyntaxException;
import dev.bottrace.option.Breakpoint;
import dev.bottrace.trace.WatchResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The expressions of one run: conditions of breakpoints, and what is watched at them. */
final class BreakpointWatches {
  private final BreakpointTable table;
  private final List<@Nullable WatchExpression> conditions = new ArrayList<>();
  private final List<WatchExpression> watches = new ArrayList<>();
  private final ProgramClasses classes;
  private volatile @Nullable SiteWatches[] sites = new SiteWatches[16];
  private final Consumer<String> notices;
  private final LongAdder[] reached;
  private final LongAdder[] fired;
  private final LongAdder[] failed;
  private final LongAdder[] evaluated;
  private final AtomicReferenceArray<@Nullable String> conditionErrors;
  private final AtomicReferenceArray<@Nullable String> watchErrors;
  private final AtomicReferenceArray<@Nullable String> notes;

  BreakpointWatches(RecordedProgram program, Consumer<String> notices) {
    this.table = program.breakpoints();
    List<Breakpoint> breakpoints = table.breakpoints();
    this.classes = program.classes();
    this.notices = notices;
    for (Breakpoint breakpoint : breakpoints) {
      conditions.add(breakpoint.condition() == null ? null : parsed(breakpoint.condition()));
    }
    program.options().state().watches().forEach(watch -> watches.add(parsed(watch)));
    this.reached = counters(breakpoints.size());
    this.fired = counters(breakpoints.size());
    this.failed = counters(breakpoints.size());
    this.evaluated = counters(watches.size());
    this.conditionErrors = new AtomicReferenceArray<>(breakpoints.size());
    this.notes = new AtomicReferenceArray<>(breakpoints.size());
    this.watchErrors = new AtomicReferenceArray<>(watches.size());
  }

  private static LongAdder[] counters(int size) {
    LongAdder[] counters = new LongAdder[size];
    Arrays.setAll(counters, i -> new LongAdder());
    return counters;
  }

  private static WatchExpression parsed(String expression) {
    try {
      return WatchExpression.parse(expression);
    } catch (WatchSyntaxException e) {
      throw new IllegalArgumentException(e.withCaret(), e);
    }
  }

  /** Counts that a place without conditions was reached. */
  void fired(BreakpointSite site) {
    for (int number : site.breakpoints()) {
      reached[number].increment();
      fired(number, site);
    }
  }

  private void fired(int number, BreakpointSite site) {
    fired[number].increment();
    notes.compareAndSet(number, null, site.note());
  }

  /** Counts that code has found the conditions of a place not to hold; false if it can't tell. */
  boolean passed(int id) {
    SiteWatches[] known = sites;
    SiteWatches site = id < known.length ? known[id] : null;
    return site != null && site.passed();
  }

  /** Tells whether any breakpoint of a place fires. */
  boolean fire(int id, @Nullable Class<?> declaring, @Nullable Object[] values) {
    SiteWatches at = site(id);
    List<Integer> numbers = at.site().breakpoints();
    boolean fires = false;
    for (int i = 0; i < numbers.size(); i++) {
      int number = numbers.get(i);
      reached[number].increment();
      if (isTrue(at, i, declaring, values)) {
        fired(number, at.site());
        fires = true;
      }
    }
    at.settle();
    return fires;
  }

  private SiteWatches site(int id) {
    SiteWatches[] known = sites;
    SiteWatches site = id < known.length ? known[id] : null;
    return site == null ? newSite(id) : site;
  }

  private synchronized SiteWatches newSite(int id) {
    if (id >= sites.length) {
      sites = Arrays.copyOf(sites, 2 * id + 1);
    }
    SiteWatches known = sites[id];
    if (known != null) {
      return known;
    }
    BreakpointSite site = table.site(id);
    List<@Nullable WatchExpression> ofSite = new ArrayList<>();
    site.breakpoints().forEach(number -> ofSite.add(conditions.get(number)));
    SiteWatches made = new SiteWatches(site, ofSite, watches, classes);
    SiteWatches[] copy = sites.clone();
    copy[id] = made;
    sites = copy;
    return made;
  }

  private boolean isTrue(
      SiteWatches at, int index, @Nullable Class<?> declaring, @Nullable Object[] values) {
    try {
      return at.holds(index, declaring, values);
    } catch (WatchFailure e) {
      int number = at.site().breakpoints().get(index);
      failed[number].increment();
      String reason = String.valueOf(e.getMessage());
      if (conditionErrors.compareAndSet(number, null, reason)) {
        notices.accept(
            "bottrace: warning: breakpoint "
                + table.breakpoints().get(number)
                + " did not fire, as its condition could not be evaluated (told once): "
                + reason);
      }
      return false;
    }
  }

  /** Evaluates what is watched. */
  List<WatchResult> results(Reached at, Capture capture) {
    if (watches.isEmpty()) {
      return List.of();
    }
    List<WatchResult> results = new ArrayList<>();
    @Nullable Object[] values = at.values().toArray();
    for (int i = 0; i < watches.size(); i++) {
      results.add(result(i, at, values, capture));
    }
    return results;
  }

  private WatchResult result(int number, Reached at, @Nullable Object[] values, Capture capture) {
    String text = watches.get(number).text();
    try {
      Object value = site(table.index(at.site().id())).watched(number, at.declaring(), values);
      evaluated[number].increment();
      return new WatchResult(text, capture.variable(text, value).value(), null);
    } catch (WatchFailure e) {
      String reason = String.valueOf(e.getMessage());
      watchErrors.compareAndSet(number, null, reason);
      return new WatchResult(text, null, reason);
    }
  }

  /** How often a breakpoint was reached, whether it fired or not. */
  long reached(int breakpoint) {
    long passes = 0;
    for (SiteWatches site : sites) {
      if (site != null && site.site().breakpoints().contains(breakpoint)) {
        passes += site.passes();
      }
    }
    return reached[breakpoint].sum() + passes;
  }

  long fired(int breakpoint) {
    return fired[breakpoint].sum();
  }

  /** How often the condition of a breakpoint could not be evaluated. */
  long failed(int breakpoint) {
    return failed[breakpoint].sum();
  }

  /** Why a condition could not be evaluated at first; null if it could always be. */
  @Nullable String conditionError(int breakpoint) {
    return conditionErrors.get(breakpoint);
  }

  /** What was said of the place where a breakpoint fired first. */
  @Nullable String note(int breakpoint) {
    return notes.get(breakpoint);
  }

  long evaluated(int watch) {
    return evaluated[watch].sum();
  }

  /** Why a watch could not be evaluated at first. */
  @Nullable String watchError(int watch) {
    return watchErrors.get(watch);
  }
}
