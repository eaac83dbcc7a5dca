package dev.bottrace.internal.watch;

import java.util.Set;

/** The words of Java that are no names. */
final class Words {
  private static final Set<String> RESERVED =
      Set.of(
          ("abstract assert boolean break byte case catch char class const continue default do"
                  + " double else enum extends false final finally float for goto if implements"
                  + " import instanceof int interface long native new null package private"
                  + " protected public return short static strictfp super switch synchronized this"
                  + " throw throws transient true try void volatile while _")
              .split(" "));

  private static final Set<String> ASSIGNMENTS =
      Set.of("=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", ">>>=");

  private Words() {}

  static boolean isReserved(String word) {
    return RESERVED.contains(word);
  }

  static boolean isAssignment(Token token) {
    return token.kind() == Token.Kind.OPERATOR && ASSIGNMENTS.contains(token.text());
  }
}
