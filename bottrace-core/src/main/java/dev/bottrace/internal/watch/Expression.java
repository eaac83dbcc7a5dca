package dev.bottrace.internal.watch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was written, before it is known what its names stand for. */
sealed interface Expression {
  Place place();

  /** A constant; null is the one without a value. */
  record Literal(@Nullable Object value, Place place) implements Expression {}

  /** A name without anything in front of it. */
  record Name(String name, Place place) implements Expression {}

  /** This, or that of an enclosing class. */
  record This(@Nullable TypeName outer, Place place) implements Expression {}

  /** A name after a dot. */
  record Select(Expression target, String name, Place place) implements Expression {}

  /** A field of the superclass. */
  record SuperField(String name, Place place) implements Expression {}

  /** A call, with a target or without. */
  record Call(@Nullable Expression target, String name, List<Expression> arguments, Place place)
      implements Expression {}

  /** A call that starts to look in the superclass. */
  record SuperCall(String name, List<Expression> arguments, Place place) implements Expression {}

  /** An element of an array. */
  record Index(Expression array, Expression index, Place place) implements Expression {}

  /** One operand. */
  record Unary(String operator, Expression operand, Place place) implements Expression {}

  /** Two operands. */
  record Binary(Operator operator, Expression left, Expression right, Place place)
      implements Expression {}

  /** Two branches. */
  record Conditional(Expression condition, Expression yes, Expression no, Place place)
      implements Expression {}

  /** A conversion. */
  record Cast(TypeName type, Expression operand, Place place) implements Expression {}

  /** A test of the class. */
  record InstanceOf(Expression operand, TypeName type, Place place) implements Expression {}

  /** A class as a value. */
  record ClassLiteral(TypeName type, Place place) implements Expression {}
}
