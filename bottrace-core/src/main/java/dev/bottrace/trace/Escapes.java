package dev.bottrace.trace;

/** Characters as Java source has them, all on one line. */
final class Escapes {
  private Escapes() {}

  /** Appends what stands between quotes: as in a literal of Java. */
  static void quoted(String text, char quote, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == quote || c == '\\') {
        out.append('\\').append(c);
      } else {
        append(text, i, out);
      }
    }
  }

  /** Appends what has no quotes: only what would break the line is escaped. */
  static void plain(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      append(text, i, out);
    }
  }

  private static void append(String text, int index, StringBuilder out) {
    char c = text.charAt(index);
    int named = "\n\r\t\b\f".indexOf(c);
    if (named >= 0) {
      out.append('\\').append("nrtbf".charAt(named));
    } else if (isUnprintable(text, index)) {
      String hex = Integer.toHexString(c);
      out.append("\\u").append("0000", 0, 4 - hex.length()).append(hex);
    } else {
      out.append(c);
    }
  }

  private static boolean isUnprintable(String text, int index) {
    char c = text.charAt(index);
    if (c < 0x7f) {
      return c < ' ';
    }
    if (Character.isHighSurrogate(c)) {
      return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return index == 0 || !Character.isHighSurrogate(text.charAt(index - 1));
    }
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  /** Returns where to cut so that no character is halved: there or one before. */
  static int boundary(String text, int index) {
    boolean halves =
        index > 0
            && index < text.length()
            && Character.isHighSurrogate(text.charAt(index - 1))
            && Character.isLowSurrogate(text.charAt(index));
    return halves ? index - 1 : index;
  }
}
