package dev.bottrace.internal.watch;

import java.util.ArrayList;
import java.util.List;

/** Cuts the text of an expression into tokens. */
final class Lexer {
  /** Longer ones before those that they start with. */
  private static final String[] OPERATORS = {
    ">>>=", "<<=", ">>=", ">>>", "...", "->", "::", "++", "--", "&&", "||", "==", "!=", "<=", ">=",
    "<<", ">>", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "(", ")", "[", "]", "{", "}", ",",
    ".", ";", "?", ":", "+", "-", "*", "/", "%", "&", "|", "^", "!", "~", "<", ">", "=", "@"
  };

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int offset;

  private Lexer(String text) {
    this.text = text;
  }

  static List<Token> tokens(String text) throws WatchSyntaxException {
    Lexer lexer = new Lexer(text);
    lexer.run();
    return lexer.tokens;
  }

  private void run() throws WatchSyntaxException {
    while (skipSpace()) {
      Token token = next();
      tokens.add(token);
      offset = token.end();
    }
    tokens.add(new Token(Token.Kind.END, "", null, offset));
  }

  private boolean skipSpace() {
    while (offset < text.length() && Character.isWhitespace(text.charAt(offset))) {
      offset++;
    }
    return offset < text.length();
  }

  private Token next() throws WatchSyntaxException {
    char first = text.charAt(offset);
    if (first == '"' || first == '\'') {
      return new QuotedLiteral(text, offset).token();
    }
    if (isDigit(first) || (first == '.' && isDigit(peek(1)))) {
      return new NumberLiteral(text, offset).token();
    }
    if (Character.isJavaIdentifierStart(text.codePointAt(offset))) {
      return name();
    }
    return operator();
  }

  private char peek(int ahead) {
    return offset + ahead < text.length() ? text.charAt(offset + ahead) : '\0';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private Token name() {
    int end = offset;
    while (end < text.length() && isNamePart(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return new Token(Token.Kind.NAME, text.substring(offset, end), null, offset);
  }

  private static boolean isNamePart(int c) {
    return Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
  }

  private Token operator() throws WatchSyntaxException {
    for (String operator : OPERATORS) {
      if (text.startsWith(operator, offset)) {
        return new Token(Token.Kind.OPERATOR, operator, null, offset);
      }
    }
    String found = Character.toString(text.codePointAt(offset));
    throw new WatchSyntaxException("'" + found + "' is not a part of Java", text, offset);
  }
}
