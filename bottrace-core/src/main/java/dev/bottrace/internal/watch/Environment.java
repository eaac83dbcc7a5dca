package dev.bottrace.internal.watch;

import dev.bottrace.internal.code.Evaluation;
import dev.bottrace.internal.code.Linker;
import dev.bottrace.internal.code.ProgramClasses;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an expression is evaluated with. For one evaluation. */
final class Environment {
  private final WatchScope scope;
  private final Linker linker;
  private @Nullable Evaluation evaluation;

  Environment(WatchScope scope, Linker linker) {
    this.scope = scope;
    this.linker = linker;
  }

  /** Returns one for expressions without names and calls. */
  static Environment empty() {
    ProgramClasses none = new NoClasses();
    WatchScope scope = new WatchScope(Object.class, null, List.of(), none, WatchBudget.DEFAULT);
    return new Environment(scope, new Linker(none));
  }

  @Nullable Object self() {
    return scope.self();
  }

  @Nullable Object variable(int index) {
    return scope.variables().get(index).value();
  }

  Linker linker() {
    return linker;
  }

  /** Most expressions need none. */
  Evaluation evaluation() {
    if (evaluation == null) {
      WatchBudget budget = scope.budget();
      evaluation = new Evaluation(linker, budget.steps(), budget.depth(), budget.created());
    }
    return evaluation;
  }

  private static final class NoClasses implements ProgramClasses {
    @Override
    public byte @Nullable [] classFile(Class<?> type) {
      return null;
    }

    @Override
    public @Nullable Class<?> loaded(String binaryName, Class<?> seenFrom) {
      return null;
    }

    @Override
    public boolean isInitialized(Class<?> type) {
      return false;
    }
  }
}
