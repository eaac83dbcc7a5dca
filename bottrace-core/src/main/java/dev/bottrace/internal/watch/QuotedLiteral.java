package dev.bottrace.internal.watch;

/** Reads a string or a character with its escapes. */
final class QuotedLiteral {
  private final String text;
  private final int start;
  private final char quote;
  private final StringBuilder content = new StringBuilder();
  private int offset;

  QuotedLiteral(String text, int start) {
    this.text = text;
    this.start = start;
    this.quote = text.charAt(start);
    this.offset = start + 1;
  }

  Token token() throws WatchSyntaxException {
    if (text.startsWith("\"\"\"", start)) {
      throw error("text blocks are not supported", start);
    }
    while (current() != quote) {
      readOne();
    }
    offset++;
    return new Token(Token.Kind.LITERAL, text.substring(start, offset), value(), start);
  }

  private Object value() throws WatchSyntaxException {
    if (quote == '"') {
      return content.toString().intern();
    }
    if (content.length() != 1) {
      throw error("a character literal holds one character, not " + content.length(), start);
    }
    return content.charAt(0);
  }

  private char current() throws WatchSyntaxException {
    if (offset >= text.length() || text.charAt(offset) == '\n') {
      throw error(quote == '"' ? "the string is not closed" : "the character is not closed", start);
    }
    return text.charAt(offset);
  }

  private void readOne() throws WatchSyntaxException {
    char c = current();
    offset++;
    content.append(c == '\\' ? escape() : c);
  }

  private char escape() throws WatchSyntaxException {
    char c = current();
    offset++;
    return switch (c) {
      case 'b' -> '\b';
      case 's' -> ' ';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'f' -> '\f';
      case 'r' -> '\r';
      case '"', '\'', '\\' -> c;
      case 'u' -> unicode();
      case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(c);
      default -> throw error("there is no escape '\\" + c + "'", offset - 2);
    };
  }

  private char unicode() throws WatchSyntaxException {
    while (current() == 'u') {
      offset++;
    }
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(current(), 16);
      if (digit < 0) {
        throw error("a unicode escape has four hexadecimal digits", offset);
      }
      value = value * 16 + digit;
      offset++;
    }
    return (char) value;
  }

  private char octal(char first) throws WatchSyntaxException {
    int value = first - '0';
    int most = first <= '3' ? 2 : 1;
    for (int i = 0; i < most && current() >= '0' && current() <= '7'; i++) {
      value = value * 8 + (current() - '0');
      offset++;
    }
    return (char) value;
  }

  private WatchSyntaxException error(String problem, int where) {
    return new WatchSyntaxException(problem, text, where);
  }
}
