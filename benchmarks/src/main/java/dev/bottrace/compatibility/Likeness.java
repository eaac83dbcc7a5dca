package dev.bottrace.compatibility;

import java.util.List;
import java.util.regex.Pattern;

/** How much of two texts is compared, most first. */
enum Likeness {
  /** All of it. */
  SAME("") {
    @Override
    String form(String text) {
      return text;
    }
  },
  /** All but digits, which also stand for letters of hexadecimal numbers, and spaces. */
  NUMBERS("without its numbers") {
    @Override
    String form(String text) {
      return SPACES.matcher(DIGITS.matcher(text).replaceAll("#")).replaceAll(" ");
    }
  },
  /** The same, in any order of lines. */
  ORDER("without its numbers, lines in any order") {
    @Override
    String form(String text) {
      List<String> lines = NUMBERS.form(text).lines().sorted().toList();
      return String.join("\n", lines);
    }
  },
  /** How long it is. */
  LENGTH("by its length") {
    @Override
    String form(String text) {
      return Integer.toString(text.length());
    }
  },
  /** Whether it is there. */
  PRESENCE("only that it is there") {
    @Override
    String form(String text) {
      return "";
    }
  };

  private static final Pattern DIGITS =
      Pattern.compile("(?:[0-9a-fA-F]*[0-9][0-9a-fA-F]*[-.:,]?)+");
  private static final Pattern SPACES = Pattern.compile("[ \t]+");

  private final String words;

  Likeness(String words) {
    this.words = words;
  }

  /** Returns what is left of a text for a comparison. */
  abstract String form(String text);

  /** Returns the first by which all texts are alike. */
  static Likeness of(List<String> texts) {
    for (Likeness likeness : values()) {
      if (texts.stream().map(likeness::form).distinct().count() < 2) {
        return likeness;
      }
    }
    return PRESENCE;
  }

  @Override
  public String toString() {
    return words;
  }
}
