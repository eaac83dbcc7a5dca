package dev.bottrace.benchmarks.workload;

/** Cuts a line into tokens. */
final class Tokenizer {
  private final Cursor cursor;
  private Token current;

  Tokenizer(String line) {
    this.cursor = new Cursor(line);
    this.current = next();
  }

  Token current() {
    return current;
  }

  int position() {
    return cursor.position();
  }

  Token take() {
    Token taken = current;
    current = next();
    return taken;
  }

  boolean takeIf(char symbol) {
    boolean found = current.is(symbol);
    if (found) {
      take();
    }
    return found;
  }

  void expect(char symbol) {
    if (!takeIf(symbol)) {
      throw new SyntaxException("expected " + symbol, position());
    }
  }

  private Token next() {
    cursor.skipBlanks();
    if (cursor.atEnd()) {
      return Token.END;
    }
    char first = cursor.peek();
    if (Cursor.isDigit(first)) {
      return Token.number(cursor.takeNumber());
    }
    return Cursor.isLetter(first)
        ? Token.name(cursor.takeName())
        : Token.symbol(cursor.takeCharacter());
  }
}
