package dev.bottrace.internal.line;

import java.nio.charset.StandardCharsets;

/** Makes one line of UTF-8 of whatever a program calls its things. */
public final class Escapes {
  private Escapes() {}

  /**
   * Returns a line as bytes, escaped.
   *
   * @param line any characters
   * @return UTF-8
   */
  public static byte[] bytes(String line) {
    return escaped(line).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Replaces control characters and halves of surrogate pairs, which UTF-8 does not have.
   *
   * @param text any characters
   * @return the text itself if there is nothing to replace
   */
  public static String escaped(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(codePoint -> append(escaped, codePoint));
    return escaped.toString();
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (Character.isISOControl(character) || Character.isSurrogate(character)) {
        return false;
      }
    }
    return true;
  }

  private static void append(StringBuilder escaped, int codePoint) {
    boolean half = Character.isBmpCodePoint(codePoint) && Character.isSurrogate((char) codePoint);
    if (half || Character.isISOControl(codePoint)) {
      escaped.append(String.format("\\u%04x", codePoint));
    } else {
      escaped.appendCodePoint(codePoint);
    }
  }
}
