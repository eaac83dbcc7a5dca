package dev.bottrace.internal.watch;

import dev.bottrace.internal.code.Evaluation;

/** Text of two values, one after the other. */
final class ConcatNode extends Node {
  private final Node left;
  private final Node right;

  ConcatNode(Node left, Node right) {
    super(String.class);
    this.left = left;
    this.right = right;
  }

  @Override
  Object value(Environment environment) {
    Object first = left.value(environment);
    Object second = right.value(environment);
    Evaluation evaluation = environment.evaluation();
    return Calling.guarded(
        "toString",
        evaluation,
        () -> {
          String start = evaluation.text(first);
          String end = evaluation.text(second);
          evaluation.create((long) start.length() + end.length());
          return start.concat(end);
        });
  }
}
