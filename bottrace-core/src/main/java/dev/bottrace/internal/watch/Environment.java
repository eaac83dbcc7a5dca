package dev.bottrace.internal.watch;

import dev.bottrace.internal.code.Evaluation;
import dev.bottrace.internal.code.Linker;
import dev.bottrace.internal.code.NoClasses;
import org.jspecify.annotations.Nullable;

/** What an expression is evaluated with. For one evaluation. */
final class Environment {
  private final @Nullable Object[] values;
  private final Linker linker;
  private final WatchBudget budget;
  private @Nullable Evaluation evaluation;

  Environment(@Nullable Object[] values, Linker linker, WatchBudget budget) {
    this.values = values;
    this.linker = linker;
    this.budget = budget;
  }

  /** Returns one for expressions without names and calls. */
  static Environment empty() {
    return new Environment(new Object[0], new Linker(NoClasses.INSTANCE), WatchBudget.DEFAULT);
  }

  @Nullable Object variable(int position) {
    return values[position];
  }

  Linker linker() {
    return linker;
  }

  /** Most expressions need none. */
  Evaluation evaluation() {
    if (evaluation == null) {
      evaluation = new Evaluation(linker, budget.steps(), budget.depth(), budget.created());
    }
    return evaluation;
  }
}
