package dev.bottrace.internal.instrument;

import dev.bottrace.internal.symbol.SiteVariable;
import dev.bottrace.internal.watch.CodePlace;
import dev.bottrace.internal.watch.Term;
import dev.bottrace.internal.watch.WatchExpression;
import dev.bottrace.internal.watch.WatchSyntaxException;
import dev.bottrace.option.Breakpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The conditions of breakpoints, by their numbers. */
final class BreakpointConditions {
  private final List<@Nullable WatchExpression> conditions = new ArrayList<>();

  BreakpointConditions(List<Breakpoint> breakpoints) {
    breakpoints.forEach(breakpoint -> conditions.add(parsed(breakpoint.condition())));
  }

  private static @Nullable WatchExpression parsed(@Nullable String condition) {
    try {
      return condition == null ? null : WatchExpression.parse(condition);
    } catch (WatchSyntaxException e) {
      throw new IllegalArgumentException(e.withCaret(), e);
    }
  }

  /** Tells whether any of some breakpoints has a condition. */
  boolean decide(List<Integer> numbers) {
    return numbers.stream().anyMatch(number -> conditions.get(number) != null);
  }

  /** Returns the positions of those variables that the conditions of some breakpoints may read. */
  List<Integer> needed(List<Integer> numbers, List<SiteVariable> variables) {
    List<String> names = variables.stream().map(SiteVariable::name).toList();
    Set<Integer> needed = new TreeSet<>();
    for (int number : numbers) {
      WatchExpression condition = conditions.get(number);
      if (condition != null) {
        needed.addAll(condition.needs(names));
      }
    }
    return List.copyOf(needed);
  }

  /** Returns the conditions of some breakpoints; none if code can't tell that all do not hold. */
  List<Term> terms(List<Integer> numbers, CodePlace place) {
    List<Term> terms = new ArrayList<>();
    for (int number : numbers) {
      WatchExpression condition = conditions.get(number);
      Term term = condition == null ? Term.Unknown.INSTANCE : condition.term(place);
      if (term instanceof Term.Unknown) {
        return List.of();
      }
      terms.add(term);
    }
    return terms;
  }
}
