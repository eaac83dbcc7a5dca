package dev.bottrace.benchmarks.workload;

import java.util.ArrayList;
import java.util.List;

/** Builds expressions from tokens, by precedence. */
final class Parser {
  private final Tokenizer tokens;

  Parser(Tokenizer tokens) {
    this.tokens = tokens;
  }

  Expression parse() {
    Expression expression = choice();
    if (!tokens.current().isEnd()) {
      throw new SyntaxException("more than a formula", tokens.position());
    }
    return expression;
  }

  private Expression choice() {
    Expression condition = binary(0);
    if (!tokens.takeIf('?')) {
      return condition;
    }
    Expression then = choice();
    tokens.expect(':');
    return new Choice(condition, then, choice());
  }

  private Expression binary(int least) {
    Expression left = unary();
    Operator operator = Operator.of(tokens.current());
    while (operator != null && operator.bindsAtLeast(least)) {
      tokens.take();
      left = new Binary(operator, left, binary(operator.precedence() + 1));
      operator = Operator.of(tokens.current());
    }
    return left;
  }

  private Expression unary() {
    return tokens.takeIf('-') ? new Negation(unary()) : primary();
  }

  private Expression primary() {
    if (tokens.takeIf('(')) {
      return group();
    }
    Token token = tokens.take();
    return switch (token.kind()) {
      case NUMBER -> new Literal(token.number());
      case NAME -> named(token.text());
      default -> throw new SyntaxException("expected a value", tokens.position());
    };
  }

  private Expression group() {
    Expression inner = choice();
    tokens.expect(')');
    return inner;
  }

  private Expression named(String name) {
    return tokens.takeIf('(')
        ? new Call(Functions.named(name), name, arguments())
        : new Variable(name);
  }

  private List<Expression> arguments() {
    List<Expression> arguments = new ArrayList<>();
    do {
      arguments.add(choice());
    } while (tokens.takeIf(','));
    tokens.expect(')');
    return arguments;
  }
}
