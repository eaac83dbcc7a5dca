package dev.bottrace.benchmarks.workload;

import java.util.List;

/** Writes expressions with no more parentheses than they need. */
final class Printer {
  private static final int DECIMALS = 100;

  private final StringBuilder text = new StringBuilder();

  static String print(Expression expression) {
    Printer printer = new Printer();
    expression.printTo(printer);
    return printer.text();
  }

  private String text() {
    return text.toString();
  }

  void number(double value) {
    if (value < 0) {
      symbol('-');
    }
    hundredths(Math.round(Math.abs(value) * DECIMALS));
  }

  private void hundredths(long value) {
    whole(value / DECIMALS);
    if (value % DECIMALS != 0) {
      symbol('.');
      digit(value / 10 % 10);
      digit(value % 10);
    }
  }

  private void whole(long value) {
    if (value > 9) {
      whole(value / 10);
    }
    digit(value % 10);
  }

  private void digit(long value) {
    symbol((char) ('0' + value));
  }

  void symbol(char symbol) {
    text.append(symbol);
  }

  void infix(char symbol) {
    symbol(' ');
    symbol(symbol);
    symbol(' ');
  }

  void word(String word) {
    text.append(word);
  }

  /** Writes a part of something that binds its parts as strongly as the precedence says. */
  void part(Expression part, int precedence) {
    if (part.precedence() < precedence) {
      inParentheses(part);
    } else {
      part.printTo(this);
    }
  }

  private void inParentheses(Expression inner) {
    symbol('(');
    inner.printTo(this);
    symbol(')');
  }

  void list(List<Expression> elements) {
    symbol('(');
    elements.forEach(this::element);
    symbol(')');
  }

  private void element(Expression element) {
    if (!follows('(')) {
      word(", ");
    }
    element.printTo(this);
  }

  private boolean follows(char symbol) {
    return text.charAt(text.length() - 1) == symbol;
  }
}
