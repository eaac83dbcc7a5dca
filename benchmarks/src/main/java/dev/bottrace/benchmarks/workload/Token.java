package dev.bottrace.benchmarks.workload;

/** A number, a name, or a symbol of one character. */
record Token(Kind kind, double number, String text) {
  static final Token END = new Token(Kind.END, 0, "");

  /** What a token is. */
  enum Kind {
    NUMBER,
    NAME,
    SYMBOL,
    END
  }

  static Token number(double value) {
    return new Token(Kind.NUMBER, value, "");
  }

  static Token name(String name) {
    return new Token(Kind.NAME, 0, name);
  }

  static Token symbol(char symbol) {
    return new Token(Kind.SYMBOL, symbol, "");
  }

  boolean is(char symbol) {
    return kind == Kind.SYMBOL && number == symbol;
  }

  boolean isEnd() {
    return kind == Kind.END;
  }
}
