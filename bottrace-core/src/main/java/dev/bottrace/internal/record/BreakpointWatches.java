package dev.bottrace.internal.record;

import dev.bottrace.internal.capture.Capture;
import dev.bottrace.internal.code.ProgramClasses;
import dev.bottrace.internal.symbol.SiteVariable;
import dev.bottrace.internal.watch.ScopeVariable;
import dev.bottrace.internal.watch.WatchBudget;
import dev.bottrace.internal.watch.WatchExpression;
import dev.bottrace.internal.watch.WatchFailure;
import dev.bottrace.internal.watch.WatchScope;
import dev.bottrace.internal.watch.WatchSyntaxException;
import dev.bottrace.option.Breakpoint;
import dev.bottrace.trace.WatchResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The expressions of one run: conditions of breakpoints, and what is watched at them. */
final class BreakpointWatches {
  private final List<Breakpoint> breakpoints;
  private final List<@Nullable WatchExpression> conditions = new ArrayList<>();
  private final List<WatchExpression> watches = new ArrayList<>();
  private final ProgramClasses classes;
  private final Consumer<String> notices;
  private final LongAdder[] reached;
  private final LongAdder[] fired;
  private final LongAdder[] evaluated;
  private final AtomicReferenceArray<@Nullable String> conditionErrors;
  private final AtomicReferenceArray<@Nullable String> watchErrors;
  private final AtomicReferenceArray<@Nullable String> notes;

  BreakpointWatches(RecordedProgram program, Consumer<String> notices) {
    this.breakpoints = program.breakpoints().breakpoints();
    this.classes = program.classes();
    this.notices = notices;
    for (Breakpoint breakpoint : breakpoints) {
      conditions.add(breakpoint.condition() == null ? null : parsed(breakpoint.condition()));
    }
    program.options().state().watches().forEach(watch -> watches.add(parsed(watch)));
    this.reached = counters(breakpoints.size());
    this.fired = counters(breakpoints.size());
    this.evaluated = counters(watches.size());
    this.conditionErrors = new AtomicReferenceArray<>(breakpoints.size());
    this.notes = new AtomicReferenceArray<>(breakpoints.size());
    this.watchErrors = new AtomicReferenceArray<>(watches.size());
  }

  private static LongAdder[] counters(int size) {
    LongAdder[] counters = new LongAdder[size];
    java.util.Arrays.setAll(counters, i -> new LongAdder());
    return counters;
  }

  private static WatchExpression parsed(String expression) {
    try {
      return WatchExpression.parse(expression);
    } catch (WatchSyntaxException e) {
      throw new IllegalArgumentException(e.withCaret(), e);
    }
  }

  /** Tells whether any breakpoint of a place fires. */
  boolean fires(Reached at) {
    boolean fires = false;
    for (int number : at.site().breakpoints()) {
      reached[number].increment();
      if (isTrue(number, at)) {
        fired[number].increment();
        notes.compareAndSet(number, null, at.site().note());
        fires = true;
      }
    }
    return fires;
  }

  private boolean isTrue(int number, Reached at) {
    WatchExpression condition = conditions.get(number);
    if (condition == null) {
      return true;
    }
    try {
      return condition.evaluateCondition(scope(at));
    } catch (WatchFailure e) {
      String reason = String.valueOf(e.getMessage());
      if (conditionErrors.compareAndSet(number, null, reason)) {
        notices.accept(
            "bottrace: warning: breakpoint "
                + breakpoints.get(number)
                + " does not fire: "
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
    WatchScope scope = scope(at);
    for (int i = 0; i < watches.size(); i++) {
      results.add(result(i, scope, capture));
    }
    return results;
  }

  private WatchResult result(int number, WatchScope scope, Capture capture) {
    WatchExpression watch = watches.get(number);
    try {
      Object value = watch.evaluate(scope);
      evaluated[number].increment();
      return new WatchResult(watch.text(), capture.variable(watch.text(), value).value(), null);
    } catch (WatchFailure e) {
      String reason = String.valueOf(e.getMessage());
      watchErrors.compareAndSet(number, null, reason);
      return new WatchResult(watch.text(), null, reason);
    }
  }

  private WatchScope scope(Reached at) {
    Object self = null;
    List<ScopeVariable> variables = new ArrayList<>(at.values().size());
    for (int i = 0; i < at.values().size(); i++) {
      SiteVariable variable = at.site().variables().get(i);
      if (variable.name().equals("this")) {
        self = at.values().get(i);
      } else {
        variables.add(
            new ScopeVariable(variable.name(), variable.descriptor(), at.values().get(i)));
      }
    }
    Class<?> declaring = declaring(at);
    return new WatchScope(
        declaring, self, variables, new RunningClasses(classes, declaring), WatchBudget.DEFAULT);
  }

  private static Class<?> declaring(Reached at) {
    Class<?> known = at.declaring();
    return known != null ? known : StackCapture.ofProgram().get(0).getDeclaringClass();
  }

  /** How often a breakpoint was reached, whether it fired or not. */
  long reached(int breakpoint) {
    return reached[breakpoint].sum();
  }

  long fired(int breakpoint) {
    return fired[breakpoint].sum();
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
