package dev.bottrace.text;

import java.nio.charset.StandardCharsets;

/** Makes one line of UTF-8 of whatever a program calls its things. */
final class Escapes {
  private Escapes() {}

  static byte[] bytes(String line) {
    return escaped(line).getBytes(StandardCharsets.UTF_8);
  }

  /** Replaces control characters and halves of surrogate pairs, which UTF-8 does not have. */
  static String escaped(String text) {
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
