package dev.bottrace.internal.watch;

import dev.bottrace.internal.code.ProgramClasses;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place, what its variables hold, and {@code this}; null in a static method. */
record WatchScope(
    Class<?> declaringClass,
    @Nullable Object self,
    List<ScopeVariable> variables,
    ProgramClasses classes,
    WatchBudget budget) {
  Object evaluate(String expression) throws WatchFailure, WatchSyntaxException {
    return evaluate(WatchExpression.parse(expression));
  }

  /** Hands over only what the expression needs. */
  Object evaluate(WatchExpression expression) throws WatchFailure {
    return expression.bind(site(expression)).evaluate(values(expression));
  }

  boolean holds(String condition) throws WatchFailure, WatchSyntaxException {
    WatchExpression expression = WatchExpression.parse(condition);
    return expression.bindCondition(site(expression)).holds(values(expression));
  }

  private List<ScopeVariable> all() {
    List<ScopeVariable> all = new ArrayList<>();
    if (self != null) {
      all.add(new ScopeVariable("this", declaringClass.descriptorString(), self));
    }
    all.addAll(variables);
    return all;
  }

  private List<Integer> needs(WatchExpression expression) {
    return expression.needs(all().stream().map(ScopeVariable::name).toList());
  }

  private WatchSite site(WatchExpression expression) {
    List<ScopeVariable> all = all();
    List<Integer> needs = needs(expression);
    List<WatchVariable> known = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      known.add(new WatchVariable(all.get(i).name(), all.get(i).descriptor(), needs.indexOf(i)));
    }
    return new WatchSite(declaringClass, known, classes, budget);
  }

  private Object[] values(WatchExpression expression) {
    return needs(expression).stream().map(i -> all().get(i).value()).toArray();
  }
}
