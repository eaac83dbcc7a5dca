package dev.bottrace.internal.watch;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads types; type arguments are skipped. */
final class TypeParser {
  private static final Set<String> IN_ARGUMENTS =
      Set.of(".", ",", "?", "<", ">", ">>", ">>>", "[", "]", "&");

  private final TokenCursor tokens;

  TypeParser(TokenCursor tokens) {
    this.tokens = tokens;
  }

  TypeName type() throws WatchSyntaxException {
    Token first = tokens.peek();
    TypeName type = typeIfThere();
    if (type == null) {
      throw tokens.error("a type is missing", first);
    }
    return type;
  }

  /** Leaves the cursor anywhere if there is none. */
  @Nullable TypeName typeIfThere() {
    StringBuilder name = new StringBuilder();
    do {
      Token part = tokens.take();
      boolean primitive = TypeName.isPrimitive(part.text()) && name.isEmpty();
      if (part.kind() != Token.Kind.NAME || (Words.isReserved(part.text()) && !primitive)) {
        return null;
      }
      name.append(name.isEmpty() ? "" : ".").append(part.text());
      if (!skipArguments()) {
        return null;
      }
    } while (goesOn() && tokens.takeIf("."));
    return new TypeName(name.toString(), dimensions());
  }

  private boolean goesOn() {
    Token next = tokens.peek(1);
    return next.kind() == Token.Kind.NAME && !Words.isReserved(next.text());
  }

  private int dimensions() {
    int dimensions = 0;
    while (tokens.peek().is("[") && tokens.peek(1).is("]") && dimensions < 255) {
      tokens.take();
      tokens.take();
      dimensions++;
    }
    return dimensions;
  }

  private boolean skipArguments() {
    if (!tokens.peek().is("<")) {
      return true;
    }
    int open = 0;
    do {
      Token token = tokens.take();
      if (token.kind() != Token.Kind.NAME && !IN_ARGUMENTS.contains(token.text())) {
        return false;
      }
      open += token.is("<") ? 1 : token.text().startsWith(">") ? -token.text().length() : 0;
    } while (open > 0);
    return open == 0;
  }
}
