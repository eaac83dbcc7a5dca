package dev.bottrace.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads a {@link MethodPattern}, and says what is wrong with what is none. */
final class PatternReader {
  /** Stands for any number of packages. */
  static final String ANY = "";

  private final String text;
  private final List<String> names = new ArrayList<>();
  private int at;

  PatternReader(String text) {
    this.text = Objects.requireNonNull(text, "pattern");
  }

  MethodPattern read() {
    if (text.isBlank()) {
      throw problem("it is blank");
    }
    while (at < text.length()) {
      readName();
      readDots();
    }
    if (names.get(names.size() - 1).equals(ANY)) {
      return new MethodPattern(text, names, null, null);
    }
    return ofMethod();
  }

  private MethodPattern ofMethod() {
    int last = names.size() - 1;
    String method = names.get(last);
    if (last == 0 && method.equals("*")) {
      throw problem("write '..' for everything");
    }
    if (last == 0) {
      throw problem(
          String.format(
              "is it a class or a method? Write %s.* for all methods of classes, or *.%s for methods"
                  + " of any class, by that name",
              method, method));
    }
    String className = names.get(last - 1);
    if (className.equals(ANY)) {
      String before = text.substring(0, text.length() - method.length());
      throw problemAt(
          before.length() - 2,
          "between class and method stands one dot; write "
              + before
              + "*."
              + method
              + " for that method of any class there");
    }
    List<String> packages = last == 1 ? List.of(ANY) : names.subList(0, last - 1);
    return new MethodPattern(text, packages, className, method);
  }

  private void readName() {
    int from = at;
    if (text.charAt(at) == '<') {
      readSpecialName();
    } else {
      while (at < text.length() && isPartOfName()) {
        at += Character.charCount(text.codePointAt(at));
      }
    }
    if (at > from) {
      names.add(text.substring(from, at));
    } else if (text.charAt(at) != '.') {
      throw PatternProblem.character(text, at);
    } else if (from == 0 && !text.startsWith("..")) {
      throw problemAt(0, "it begins with a dot; write '..' for any packages, or leave the dot out");
    }
  }

  /** Reads a name that only a method can have, and that ends the pattern. */
  private void readSpecialName() {
    for (String special : List.of("<init>", "<clinit>", "<*>")) {
      if (text.startsWith(special, at) && at + special.length() == text.length()) {
        at = text.length();
        return;
      }
    }
    throw problemAt(
        at, "write <init> for constructors or <clinit> for static initialisers, at the end");
  }

  private boolean isPartOfName() {
    int c = text.codePointAt(at);
    if (c == '*' && text.startsWith("**", at)) {
      throw problemAt(at, "one star is enough; write '..' for any packages");
    }
    return c == '*'
        || c == '-' // Kotlin makes such names
        || (Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
  }

  private void readDots() {
    int from = at;
    while (at < text.length() && text.charAt(at) == '.') {
      at++;
    }
    int dots = at - from;
    if (dots > 2) {
      throw problemAt(from, dots + " dots; write '..' for any packages and '.' between names");
    }
    if (dots == 2) {
      names.add(ANY);
    } else if (dots == 0 && at < text.length()) {
      throw PatternProblem.character(text, at);
    } else if (dots == 1 && at == text.length()) {
      throw problemAt(
          from,
          String.format(
              "it ends with a dot; write %1$s* for all methods of a class, %1$s. for all of"
                  + " a package",
              text));
    }
  }

  private IllegalArgumentException problem(String why) {
    return PatternProblem.of(text, why);
  }

  private IllegalArgumentException problemAt(int index, String why) {
    return PatternProblem.at(text, index, why);
  }
}
