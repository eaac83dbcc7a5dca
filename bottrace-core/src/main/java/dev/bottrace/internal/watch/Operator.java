package dev.bottrace.internal.watch;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The operators between two operands. */
enum Operator {
  OR("||", 1),
  AND("&&", 2),
  BIT_OR("|", 3),
  BIT_XOR("^", 4),
  BIT_AND("&", 5),
  EQUAL("==", 6),
  NOT_EQUAL("!=", 6),
  LESS("<", 7),
  GREATER(">", 7),
  LESS_EQUAL("<=", 7),
  GREATER_EQUAL(">=", 7),
  SHIFT_LEFT("<<", 8),
  SHIFT_RIGHT(">>", 8),
  SHIFT_RIGHT_UNSIGNED(">>>", 8),
  PLUS("+", 9),
  MINUS("-", 9),
  TIMES("*", 10),
  DIVIDE("/", 10),
  REMAINDER("%", 10);

  /** The level of {@code instanceof}. */
  static final int RELATIONAL = 7;

  private static final Map<String, Operator> BY_SYMBOL =
      Arrays.stream(values()).collect(Collectors.toMap(Operator::symbol, Function.identity()));

  private final String symbol;
  private final int precedence;

  Operator(String symbol, int precedence) {
    this.symbol = symbol;
    this.precedence = precedence;
  }

  static @Nullable Operator of(Token token) {
    return token.kind() == Token.Kind.OPERATOR ? BY_SYMBOL.get(token.text()) : null;
  }

  String symbol() {
    return symbol;
  }

  /** Higher binds tighter. */
  int precedence() {
    return precedence;
  }

  boolean isLogic() {
    return this == OR || this == AND;
  }

  boolean isBitwise() {
    return this == BIT_OR || this == BIT_XOR || this == BIT_AND;
  }

  boolean isEquality() {
    return this == EQUAL || this == NOT_EQUAL;
  }

  boolean isShift() {
    return precedence == SHIFT_LEFT.precedence;
  }

  boolean isRelational() {
    return precedence == RELATIONAL;
  }
}
