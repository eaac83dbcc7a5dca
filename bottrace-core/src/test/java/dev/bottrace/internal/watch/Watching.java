package dev.bottrace.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evaluates expressions in the methods of one object. */
final class Watching {
  private final Class<?> type;
  private final @Nullable Object self;
  private final TestProgram program;

  Watching(Class<?> type, @Nullable Object self, String... uninitialized) {
    this.type = type;
    this.self = self;
    this.program = new TestProgram(uninitialized);
  }

  static Watching in(Object self) {
    return new Watching(self.getClass(), self);
  }

  WatchScope scope(ScopeVariable... variables) {
    return scope(WatchBudget.DEFAULT, variables);
  }

  WatchScope scope(WatchBudget budget, ScopeVariable... variables) {
    return new WatchScope(type, self, List.of(variables), program, budget);
  }

  Object value(String expression, ScopeVariable... variables) throws Exception {
    return scope(variables).evaluate(expression);
  }

  String failure(String expression, ScopeVariable... variables) {
    return failure(expression, WatchBudget.DEFAULT, variables);
  }

  String failure(String expression, WatchBudget budget, ScopeVariable... variables) {
    WatchFailure failure =
        catchThrowableOfType(
            WatchFailure.class,
            () -> {
              Object value = scope(budget, variables).evaluate(expression);
              throw new AssertionError(expression + " is " + value);
            });
    assertThat(failure.getMessage()).doesNotContain("internal:").doesNotContain("\n");
    assertThat(failure.getStackTrace()).isEmpty();
    return failure.getMessage();
  }
}
