package dev.bottrace.internal.watch;

import java.util.List;

/** Reads operands: names, literals, calls, and what follows them after a dot or a bracket. */
final class PrimaryParser {
  private final TokenCursor tokens;
  private final Parser parser;

  PrimaryParser(TokenCursor tokens, Parser parser) {
    this.tokens = tokens;
    this.parser = parser;
  }

  Expression postfix() throws WatchSyntaxException {
    Expression expression = primary();
    while (true) {
      if (tokens.takeIf(".")) {
        expression = member(expression);
      } else if (tokens.peek().is("[")) {
        expression = element(expression);
      } else {
        return expression;
      }
      parser.count();
    }
  }

  private Expression element(Expression array) throws WatchSyntaxException {
    tokens.take();
    Expression index = parser.expression();
    tokens.expect("]");
    return new Expression.Index(array, index, parser.from(array));
  }

  private Expression member(Expression target) throws WatchSyntaxException {
    Token name = tokens.take();
    if (name.is("this")) {
      return new Expression.This(typeOf(target, name), parser.from(target));
    }
    if (name.is("class")) {
      return new Expression.ClassLiteral(typeOf(target, name), parser.from(target));
    }
    requireName(name);
    if (!tokens.peek().is("(")) {
      return new Expression.Select(target, name.text(), parser.from(target));
    }
    List<Expression> arguments = parser.arguments();
    return new Expression.Call(target, name.text(), arguments, parser.from(target));
  }

  private TypeName typeOf(Expression written, Token where) throws WatchSyntaxException {
    return new TypeName(dotted(written, where), 0);
  }

  private String dotted(Expression written, Token where) throws WatchSyntaxException {
    if (written instanceof Expression.Name name) {
      return name.name();
    }
    if (written instanceof Expression.Select select) {
      return dotted(select.target(), where) + "." + select.name();
    }
    throw tokens.error("'" + where.text() + "' must follow a type", where);
  }

  private Expression primary() throws WatchSyntaxException {
    Token first = tokens.peek();
    return switch (first.kind()) {
      case LITERAL -> new Expression.Literal(tokens.take().value(), place(first));
      case NAME -> word(first);
      case OPERATOR, END -> parenthesised(first);
    };
  }

  private Expression parenthesised(Token first) throws WatchSyntaxException {
    if (!tokens.takeIf("(")) {
      throw tokens.error(Refusals.atStart(first), first);
    }
    if (tokens.peek().is(")") && tokens.peek(1).is("->")) {
      throw tokens.error(Refusals.of(tokens.peek(1)), tokens.peek(1));
    }
    Expression inner = parser.expression();
    tokens.expect(")");
    return inner;
  }

  private Expression word(Token first) throws WatchSyntaxException {
    switch (first.text()) {
      case "true", "false" -> {
        return new Expression.Literal(Boolean.valueOf(tokens.take().text()), place(first));
      }
      case "null" -> {
        tokens.take();
        return new Expression.Literal(null, place(first));
      }
      case "this" -> {
        tokens.take();
        return new Expression.This(null, place(first));
      }
      case "super" -> {
        tokens.take();
        return superMember(first);
      }
      default -> {
        return name(first);
      }
    }
  }

  private Expression name(Token first) throws WatchSyntaxException {
    if (TypeName.isPrimitive(first.text()) || first.is("void") || startsArrayType()) {
      return primitiveClass(first);
    }
    if (Words.isReserved(first.text())) {
      throw tokens.error(Refusals.atStart(first), first);
    }
    tokens.take();
    if (!tokens.peek().is("(")) {
      return new Expression.Name(first.text(), place(first));
    }
    List<Expression> arguments = parser.arguments();
    return new Expression.Call(null, first.text(), arguments, tokens.placeFrom(first.start()));
  }

  private boolean startsArrayType() {
    return tokens.peek(1).is("[") && tokens.peek(2).is("]");
  }

  private Expression primitiveClass(Token first) throws WatchSyntaxException {
    TypeName type =
        first.is("void") ? new TypeName(tokens.take().text(), 0) : parser.types().type();
    tokens.expect(".");
    tokens.expect("class");
    return new Expression.ClassLiteral(type, tokens.placeFrom(first.start()));
  }

  private Expression superMember(Token first) throws WatchSyntaxException {
    tokens.expect(".");
    Token name = tokens.take();
    requireName(name);
    if (!tokens.peek().is("(")) {
      return new Expression.SuperField(name.text(), tokens.placeFrom(first.start()));
    }
    List<Expression> arguments = parser.arguments();
    return new Expression.SuperCall(name.text(), arguments, tokens.placeFrom(first.start()));
  }

  private void requireName(Token name) throws WatchSyntaxException {
    if (name.kind() != Token.Kind.NAME || Words.isReserved(name.text())) {
      throw tokens.error(name.is("new") ? Refusals.of(name) : "a name is missing after '.'", name);
    }
  }

  private static Place place(Token token) {
    return new Place(token.start(), token.end());
  }
}
