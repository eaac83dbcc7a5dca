package dev.bottrace.internal.watch;

/** Says what a token would do that an expression must not do. */
final class Refusals {
  private Refusals() {}

  static boolean isRefused(Token token) {
    return Words.isAssignment(token)
        || token.is("++")
        || token.is("--")
        || token.is("->")
        || token.is("::");
  }

  static String of(Token token) {
    return switch (token.text()) {
      case "++" -> "increment is not allowed";
      case "--" -> "decrement is not allowed";
      case "->" -> "a lambda is not allowed";
      case "::" -> "a method reference is not allowed";
      case "new" -> "creating an object is not allowed";
      case "switch" -> "switch is not allowed";
      default -> "assignment is not allowed";
    };
  }

  static String atEnd(Token token) {
    return isRefused(token) ? of(token) : "'" + token.text() + "' is not expected";
  }

  static String atStart(Token token) {
    if (isRefused(token) || token.is("new") || token.is("switch")) {
      return of(token);
    }
    return token.kind() == Token.Kind.END
        ? "the expression is not complete"
        : "'" + token.text() + "' is not expected";
  }
}
