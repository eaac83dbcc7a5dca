package dev.bottrace.internal.watch;

import org.jspecify.annotations.Nullable;

/**
 * A word of an expression.
 *
 * @param kind what it is
 * @param text as it is written
 * @param value of a literal, boxed
 * @param start offset of its first character
 */
record Token(Kind kind, String text, @Nullable Object value, int start) {
  /** What a token is. */
  enum Kind {
    NAME,
    LITERAL,
    OPERATOR,
    END
  }

  int end() {
    return start + text.length();
  }

  boolean is(String operator) {
    return kind != Kind.LITERAL && text.equals(operator);
  }
}
