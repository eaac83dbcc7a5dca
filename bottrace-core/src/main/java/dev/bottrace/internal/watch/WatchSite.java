package dev.bottrace.internal.watch;

import dev.bottrace.internal.code.ProgramClasses;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The place where an expression is evaluated.
 *
 * @param declaringClass the class of the method
 * @param variables the local variables and parameters, inner ones after outer ones, and {@code
 *     this}, but for static methods
 * @param classes the classes of the program
 * @param budget how much an evaluation may do
 */
public record WatchSite(
    Class<?> declaringClass,
    List<WatchVariable> variables,
    ProgramClasses classes,
    WatchBudget budget) {
  /** Returns {@code this}; null in a static method. */
  @Nullable WatchVariable self() {
    return variables.stream()
        .filter(WatchVariable::isSelf)
        .reduce((outer, inner) -> inner)
        .orElse(null);
  }
}
