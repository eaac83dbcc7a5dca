package dev.bottrace.cli;

/** Text of a program that is shown on one line: terminals obey control characters. */
final class OneLine {
  private OneLine() {}

  /** Writes control characters, tabs and line ends among them, as Java source would. */
  static String of(String text) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c)) {
        line.append(String.format("\\u%04x", (int) c));
      } else {
        line.append(c);
      }
    }
    return line.toString();
  }
}
