package dev.bottrace.internal.capture;

/** Characters as Java source has them. */
final class Literals {
  private Literals() {}

  /** Control characters stay: who writes the value escapes them. */
  static String of(char c) {
    return c == '\'' || c == '\\' ? "'\\" + c + '\'' : "'" + c + '\'';
  }
}
