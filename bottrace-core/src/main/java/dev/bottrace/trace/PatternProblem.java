package dev.bottrace.trace;

/** What is wrong with a pattern, where, and what would be right. */
final class PatternProblem {
  private static final String PATH =
      "a pattern names one method; for what calls what, there are paths(...) of a trace and"
          + " path(...) of assertions";

  private PatternProblem() {}

  static IllegalArgumentException of(String text, String why) {
    return new IllegalArgumentException(
        "'"
            + text
            + "' is not a method pattern (such as Orders.place or com.acme.orders..): "
            + why);
  }

  static IllegalArgumentException at(String text, int index, String why) {
    return of(text, "at character " + (index + 1) + ": " + why);
  }

  /** Explains a character that has no place in a pattern. */
  static IllegalArgumentException character(String text, int index) {
    int c = text.codePointAt(index);
    String before = text.substring(0, index);
    return at(
        text,
        index,
        switch (c) {
          case '(' -> "a pattern has no parameters, as overloads count together; write " + before;
          case '>' -> PATH;
          case '<' -> "write .<init> or .<clinit> for constructors and static initialisers";
          case '#', '/' -> "names have dots between them; write " + text.replace((char) c, '.');
          case ':' -> "names have dots between them; write " + text.replaceAll(":+", ".");
          case '?' -> "the only wildcard in a name is '*'";
          default -> Character.isWhitespace(c) ? space(text) : other(c);
        });
  }

  private static String space(String text) {
    if (text.indexOf('>') >= 0) {
      return PATH;
    }
    String stripped = text.strip();
    return stripped.chars().anyMatch(Character::isWhitespace)
        ? "there are no spaces in a pattern; write '*' for those of a name"
        : "there are no spaces in a pattern; write " + stripped;
  }

  private static String other(int c) {
    return "'" + Character.toString(c) + "' has no place in a pattern; write '*' for it";
  }
}
