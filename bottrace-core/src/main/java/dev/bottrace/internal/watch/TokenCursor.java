package dev.bottrace.internal.watch;

import java.util.List;

/** The tokens of an expression, read from the left. */
final class TokenCursor {
  private static final int MAX_LENGTH = 10_000;

  private final String text;
  private final List<Token> tokens;
  private int position;

  TokenCursor(String text) throws WatchSyntaxException {
    this.text = text;
    if (text.length() > MAX_LENGTH) {
      throw new WatchSyntaxException("the expression is too long", text, MAX_LENGTH);
    }
    this.tokens = Lexer.tokens(text);
  }

  Token peek() {
    return peek(0);
  }

  Token peek(int ahead) {
    return tokens.get(Math.min(position + ahead, tokens.size() - 1));
  }

  Token take() {
    Token token = peek();
    position++;
    return token;
  }

  boolean takeIf(String operator) {
    boolean there = peek().is(operator);
    position += there ? 1 : 0;
    return there;
  }

  void expect(String operator) throws WatchSyntaxException {
    if (!takeIf(operator)) {
      throw error("'" + operator + "' is missing" + foundInstead(), peek());
    }
  }

  private String foundInstead() {
    return peek().kind() == Token.Kind.END ? "" : " before '" + peek().text() + "'";
  }

  int position() {
    return position;
  }

  void goBackTo(int earlier) {
    position = earlier;
  }

  /** From the given offset to the end of the token that was taken last. */
  Place placeFrom(int start) {
    return new Place(start, tokens.get(position - 1).end());
  }

  WatchSyntaxException error(String problem, Token where) {
    return new WatchSyntaxException(problem, text, where.start());
  }
}
