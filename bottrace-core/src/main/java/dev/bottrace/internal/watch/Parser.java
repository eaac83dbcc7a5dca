package dev.bottrace.internal.watch;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an expression: Java's grammar without all that changes something. */
final class Parser {
  private static final int MAX_NESTING = 200;
  private static final int MAX_PARTS = 1_000;

  private final TokenCursor tokens;
  private final TypeParser types;
  private final PrimaryParser primaries;
  private int nesting;
  private int parts;

  private Parser(TokenCursor tokens) {
    this.tokens = tokens;
    this.types = new TypeParser(tokens);
    this.primaries = new PrimaryParser(tokens, this);
  }

  static Expression parse(String text) throws WatchSyntaxException {
    TokenCursor tokens = new TokenCursor(text);
    if (tokens.peek().kind() == Token.Kind.END) {
      throw tokens.error("the expression is empty", tokens.peek());
    }
    Expression expression = new Parser(tokens).expression();
    Token rest = tokens.peek();
    if (rest.kind() != Token.Kind.END) {
      throw tokens.error(Refusals.atEnd(rest), rest);
    }
    return expression;
  }

  Expression expression() throws WatchSyntaxException {
    enter();
    Expression condition = binary(1);
    if (tokens.takeIf("?")) {
      Expression yes = expression();
      tokens.expect(":");
      Expression no = expression();
      condition = new Expression.Conditional(condition, yes, no, from(condition));
    }
    Token next = tokens.peek();
    if (Refusals.isRefused(next)) {
      throw tokens.error(Refusals.of(next), next);
    }
    nesting--;
    return condition;
  }

  private Expression binary(int least) throws WatchSyntaxException {
    Expression left = unary();
    while (true) {
      if (least <= Operator.RELATIONAL && tokens.takeIf("instanceof")) {
        left = instanceOf(left);
        continue;
      }
      Operator operator = Operator.of(tokens.peek());
      if (operator == null || operator.precedence() < least) {
        return left;
      }
      tokens.take();
      Expression right = binary(operator.precedence() + 1);
      left = new Expression.Binary(operator, left, right, from(left));
      count();
    }
  }

  private Expression instanceOf(Expression operand) throws WatchSyntaxException {
    count();
    TypeName type = types.type();
    Token next = tokens.peek();
    if (next.kind() == Token.Kind.NAME && !Words.isReserved(next.text())) {
      throw tokens.error("a pattern is not allowed", next);
    }
    return new Expression.InstanceOf(operand, type, from(operand));
  }

  Expression unary() throws WatchSyntaxException {
    enter();
    Expression operand = unaryOrCast();
    nesting--;
    return operand;
  }

  private Expression unaryOrCast() throws WatchSyntaxException {
    Token first = tokens.peek();
    if (first.is("+") || first.is("-") || first.is("!") || first.is("~")) {
      tokens.take();
      Expression operand = unary();
      return new Expression.Unary(first.text(), operand, tokens.placeFrom(first.start()));
    }
    Expression cast = first.is("(") ? castIfThere() : null;
    return cast != null ? cast : primaries.postfix();
  }

  private @Nullable Expression castIfThere() throws WatchSyntaxException {
    int before = tokens.position();
    int start = tokens.take().start();
    TypeName type = types.typeIfThere();
    if (type == null || !tokens.takeIf(")") || !startsOperand(type, tokens.peek())) {
      tokens.goBackTo(before);
      return null;
    }
    Expression operand = unary();
    return new Expression.Cast(type, operand, tokens.placeFrom(start));
  }

  private static boolean startsOperand(TypeName type, Token next) {
    return switch (next.kind()) {
      case LITERAL -> true;
      case NAME -> !next.is("instanceof");
      case OPERATOR ->
          next.is("(")
              || next.is("!")
              || next.is("~")
              || (type.isPrimitive() && (next.is("+") || next.is("-")));
      case END -> false;
    };
  }

  List<Expression> arguments() throws WatchSyntaxException {
    tokens.expect("(");
    List<Expression> arguments = new ArrayList<>();
    if (tokens.takeIf(")")) {
      return arguments;
    }
    do {
      arguments.add(expression());
    } while (tokens.takeIf(","));
    tokens.expect(")");
    return arguments;
  }

  TypeParser types() {
    return types;
  }

  Place from(Expression first) {
    return tokens.placeFrom(first.place().start());
  }

  /** Bounds the height of the tree where it grows without nesting. */
  void count() throws WatchSyntaxException {
    if (++parts > MAX_PARTS) {
      throw tokens.error("the expression is too long", tokens.peek());
    }
  }

  private void enter() throws WatchSyntaxException {
    count();
    if (++nesting > MAX_NESTING) {
      throw tokens.error("the expression is nested too deeply", tokens.peek());
    }
  }
}
