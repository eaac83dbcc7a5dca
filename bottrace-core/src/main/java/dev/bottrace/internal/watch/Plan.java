package dev.bottrace.internal.watch;

import dev.bottrace.internal.code.Linker;
import dev.bottrace.internal.code.ProgramClasses;
import java.util.List;

/** An expression bound to a kind of scope. Safe for use by any number of threads. */
final class Plan {
  private final Class<?> declaringClass;
  private final boolean hasSelf;
  private final String[] names;
  private final String[] descriptors;
  private final ProgramClasses classes;
  private final Linker linker;
  private final Node root;

  Plan(String text, Expression expression, WatchScope scope) {
    this.declaringClass = scope.declaringClass();
    this.hasSelf = scope.self() != null;
    this.names = scope.variables().stream().map(ScopeVariable::name).toArray(String[]::new);
    this.descriptors =
        scope.variables().stream().map(ScopeVariable::descriptor).toArray(String[]::new);
    this.classes = scope.classes();
    this.linker = new Linker(scope.classes());
    this.root = new Binder(text, scope, linker).bind(expression);
  }

  /** Whether it means the same in another scope. */
  boolean fits(WatchScope scope) {
    List<ScopeVariable> variables = scope.variables();
    if (scope.declaringClass() != declaringClass
        || (scope.self() != null) != hasSelf
        || scope.classes() != classes
        || variables.size() != names.length) {
      return false;
    }
    for (int i = 0; i < names.length; i++) {
      ScopeVariable variable = variables.get(i);
      if (!variable.name().equals(names[i]) || !variable.descriptor().equals(descriptors[i])) {
        return false;
      }
    }
    return true;
  }

  Node root() {
    return root;
  }

  Environment environment(WatchScope scope) {
    return new Environment(scope, linker);
  }
}
