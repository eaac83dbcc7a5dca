package dev.bottrace.benchmarks.workload;

import java.util.ArrayList;
import java.util.List;

/** Makes up formulas, always the same ones for the same seed. */
final class Generator {
  private static final String[] NAMES = {"x", "y", "total"};
  private static final String[] FUNCTIONS = {
    "max", "min", "avg", "sum", "abs", "sqrt", "clamp", "dist"
  };

  private final Dice dice;
  private final StringBuilder line = new StringBuilder();

  Generator(int seed) {
    this.dice = new Dice(seed);
  }

  List<String> lines(int count) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(line());
    }
    return lines;
  }

  private String line() {
    line.setLength(0);
    sum(3);
    if (dice.oneIn(10)) {
      line.append(" )");
    }
    return line.toString();
  }

  private void sum(int depth) {
    operand(depth);
    for (int i = dice.below(4); i > 0; i--) {
      operator();
      operand(depth);
    }
  }

  private void operator() {
    line.append(' ').append(dice.character("++--**//%^<>")).append(' ');
  }

  private void operand(int depth) {
    switch (depth == 0 ? dice.below(2) : dice.below(6)) {
      case 0 -> number();
      case 1 -> line.append(dice.element(NAMES));
      case 2 -> negation(depth);
      case 3 -> call(depth);
      case 4 -> choice(depth);
      default -> group(depth);
    }
  }

  private void number() {
    line.append(dice.below(100));
    if (dice.oneIn(3)) {
      line.append('.').append(dice.below(100));
    }
  }

  private void negation(int depth) {
    line.append('-');
    operand(depth - 1);
  }

  private void call(int depth) {
    line.append(dice.element(FUNCTIONS)).append('(');
    sum(depth - 1);
    for (int i = dice.below(3); i > 0; i--) {
      line.append(", ");
      sum(depth - 1);
    }
    line.append(')');
  }

  private void choice(int depth) {
    line.append('(');
    operand(depth - 1);
    line.append(" ? ");
    operand(depth - 1);
    line.append(" : ");
    operand(depth - 1);
    line.append(')');
  }

  private void group(int depth) {
    line.append('(');
    sum(depth - 1);
    line.append(')');
  }
}
