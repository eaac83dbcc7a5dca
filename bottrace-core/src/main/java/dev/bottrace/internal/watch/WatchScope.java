package dev.bottrace.internal.watch;

import dev.bottrace.internal.code.ProgramClasses;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The place where an expression is evaluated.
 *
 * @param declaringClass the class of the method
 * @param self {@code this}; null in a static method
 * @param variables the local variables and parameters, inner ones after outer ones
 * @param classes the classes of the program
 * @param budget how much the evaluation may do
 */
public record WatchScope(
    Class<?> declaringClass,
    @Nullable Object self,
    List<ScopeVariable> variables,
    ProgramClasses classes,
    WatchBudget budget) {}
