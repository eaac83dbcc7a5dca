package dev.bottrace.benchmarks.workload;

/** A place in a line. */
final class Cursor {
  private final String line;
  private int position;

  Cursor(String line) {
    this.line = line;
  }

  int position() {
    return position;
  }

  boolean atEnd() {
    return position == line.length();
  }

  char peek() {
    return line.charAt(position);
  }

  char takeCharacter() {
    char taken = peek();
    position++;
    return taken;
  }

  void skipBlanks() {
    while (!atEnd() && peek() == ' ') {
      position++;
    }
  }

  double takeNumber() {
    double value = takeDigits();
    if (!atEnd() && peek() == '.') {
      position++;
      int from = position;
      double fraction = takeDigits();
      return value + fraction / powerOfTen(position - from);
    }
    return value;
  }

  private double takeDigits() {
    double value = 0;
    while (!atEnd() && isDigit(peek())) {
      value = 10 * value + digit(takeCharacter());
    }
    return value;
  }

  String takeName() {
    int from = position;
    while (!atEnd() && isLetter(peek())) {
      position++;
    }
    return line.substring(from, position);
  }

  static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  static boolean isLetter(char character) {
    return character >= 'a' && character <= 'z';
  }

  private static int digit(char character) {
    return character - '0';
  }

  private static double powerOfTen(int exponent) {
    double power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 10;
    }
    return power;
  }
}
