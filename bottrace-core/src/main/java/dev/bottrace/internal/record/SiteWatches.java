package dev.bottrace.internal.record;

import dev.bottrace.internal.code.ProgramClasses;
import dev.bottrace.internal.symbol.BreakpointSite;
import dev.bottrace.internal.symbol.SiteVariable;
import dev.bottrace.internal.watch.BoundWatch;
import dev.bottrace.internal.watch.WatchBudget;
import dev.bottrace.internal.watch.WatchExpression;
import dev.bottrace.internal.watch.WatchFailure;
import dev.bottrace.internal.watch.WatchSite;
import dev.bottrace.internal.watch.WatchVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The expressions at one place: what their names mean there is found out once, as far as it can be.
 * Safe for use by any number of threads.
 */
final class SiteWatches {
  private final BreakpointSite site;
  private final List<@Nullable WatchExpression> conditions;
  private final List<WatchExpression> watches;
  private final ProgramClasses classes;
  private final LongAdder passes = new LongAdder();
  private volatile @Nullable Bindings bindings;
  private volatile boolean settled;

  /** What was found out in a class. */
  private static final class Bindings {
    private final Class<?> declaring;
    private final AtomicReferenceArray<@Nullable BoundWatch> conditions;
    private final AtomicReferenceArray<@Nullable BoundWatch> watches;

    Bindings(Class<?> declaring, int conditions, int watches) {
      this.declaring = declaring;
      this.conditions = new AtomicReferenceArray<>(conditions);
      this.watches = new AtomicReferenceArray<>(watches);
    }
  }

  /**
   * Makes what is needed at one place.
   *
   * @param site the place
   * @param conditions those of its breakpoints, in their order; null for those without
   * @param watches what is watched at all places
   * @param classes those of the program
   */
  SiteWatches(
      BreakpointSite site,
      List<@Nullable WatchExpression> conditions,
      List<WatchExpression> watches,
      ProgramClasses classes) {
    this.site = site;
    this.conditions = conditions;
    this.watches = watches;
    this.classes = classes;
  }

  BreakpointSite site() {
    return site;
  }

  /**
   * Counts that code has found all conditions not to hold; false if that is not to be relied on, as
   * a condition may be in error, which code does not see.
   */
  boolean passed() {
    if (settled) {
      passes.increment();
      return true;
    }
    return false;
  }

  long passes() {
    return passes.sum();
  }

  /** From now on, code may tell, if all conditions are known to have a meaning here. */
  void settle() {
    Bindings known = bindings;
    if (settled || known == null) {
      return;
    }
    for (int i = 0; i < conditions.size(); i++) {
      if (conditions.get(i) != null && known.conditions.get(i) == null) {
        return;
      }
    }
    settled = true;
  }

  /** Evaluates the condition of a breakpoint of the place; one without always holds. */
  boolean holds(int index, @Nullable Class<?> declaring, @Nullable Object[] values)
      throws WatchFailure {
    WatchExpression condition = conditions.get(index);
    if (condition == null) {
      return true;
    }
    Bindings known = bindings(declaring);
    BoundWatch bound = known.conditions.get(index);
    if (bound == null) {
      bound = condition.bindCondition(watchSite(known.declaring, site.needed()));
      known.conditions.set(index, bound);
    }
    return bound.holds(values);
  }

  /** Evaluates what is watched. */
  @Nullable Object watched(int number, @Nullable Class<?> declaring, @Nullable Object[] values)
      throws WatchFailure {
    Bindings known = bindings(declaring);
    BoundWatch bound = known.watches.get(number);
    if (bound == null) {
      bound = watches.get(number).bind(watchSite(known.declaring, null));
      known.watches.set(number, bound);
    }
    return bound.evaluate(values);
  }

  private Bindings bindings(@Nullable Class<?> declaring) {
    Bindings known = bindings;
    if (known == null || (declaring != null && declaring != known.declaring)) {
      Class<?> type =
          declaring != null ? declaring : StackCapture.ofProgram().get(0).getDeclaringClass();
      known = new Bindings(type, conditions.size(), watches.size());
      bindings = known;
    }
    return known;
  }

  /** Where only some of the variables are handed over, they stand in the order of these. */
  private WatchSite watchSite(Class<?> declaring, @Nullable List<Integer> needed) {
    List<WatchVariable> variables = new ArrayList<>();
    for (int i = 0; i < site.variables().size(); i++) {
      SiteVariable variable = site.variables().get(i);
      int position = needed == null ? i : needed.indexOf(i);
      variables.add(new WatchVariable(variable.name(), variable.descriptor(), position));
    }
    return new WatchSite(
        declaring, variables, new RunningClasses(classes, declaring), WatchBudget.DEFAULT);
  }
}
