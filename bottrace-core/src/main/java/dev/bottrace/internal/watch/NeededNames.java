package dev.bottrace.internal.watch;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds the variables that an expression may read, by their names. */
final class NeededNames {
  private final List<String> variables;
  private final Set<Integer> positions = new TreeSet<>();

  NeededNames(Expression expression, List<String> variables) {
    this.variables = variables;
    collect(expression);
  }

  List<Integer> positions() {
    return List.copyOf(positions);
  }

  private void collect(Expression expression) {
    if (expression instanceof Expression.Name name) {
      variable(name.name());
    } else if (expression instanceof Expression.This
        || expression instanceof Expression.SuperField) {
      add(WatchVariable.SELF);
    } else if (expression instanceof Expression.Call call) {
      call(call);
    } else if (expression instanceof Expression.SuperCall call) {
      add(WatchVariable.SELF);
      call.arguments().forEach(this::collect);
    } else if (expression instanceof Expression.Conditional choice) {
      collect(choice.condition());
      collect(choice.yes());
      collect(choice.no());
    } else {
      operands(expression);
    }
  }

  private void operands(Expression expression) {
    if (expression instanceof Expression.Binary binary) {
      collect(binary.left());
      collect(binary.right());
    } else if (expression instanceof Expression.Index index) {
      collect(index.array());
      collect(index.index());
    } else if (expression instanceof Expression.Unary unary) {
      collect(unary.operand());
    } else if (expression instanceof Expression.Select select) {
      collect(select.target());
    } else if (expression instanceof Expression.Cast cast) {
      collect(cast.operand());
    } else if (expression instanceof Expression.InstanceOf test) {
      collect(test.operand());
    }
  }

  private void call(Expression.Call call) {
    if (call.target() == null) {
      add(WatchVariable.SELF);
    } else {
      collect(call.target());
    }
    call.arguments().forEach(this::collect);
  }

  /** What is no variable may be a field. */
  private void variable(String name) {
    if (!add(name)) {
      add(WatchVariable.SELF);
    }
  }

  private boolean add(String name) {
    boolean found = false;
    for (int i = 0; i < variables.size(); i++) {
      if (variables.get(i).equals(name)) {
        positions.add(i);
        found = true;
      }
    }
    return found;
  }
}
