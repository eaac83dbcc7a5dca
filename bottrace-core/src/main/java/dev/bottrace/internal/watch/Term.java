package dev.bottrace.internal.watch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a condition that code can compute as well as an evaluation does: without any effect,
 * and with the same result. Descriptors are those of class files, {@code I} or {@code
 * Ljava/lang/String;}.
 *
 * <p>A term may be of no use for some values: where an evaluation would fail, as a divisor is zero
 * or an object null. Code has to leave such a case, and each {@link Unknown}, to the evaluation.
 * Unknown parts are operands of {@code &&}, {@code ||}, {@code !} and {@code ?:} only, never of
 * what is computed.
 */
public sealed interface Term {
  /**
   * Returns the type of its value.
   *
   * @return a descriptor
   */
  String descriptor();

  /**
   * Tells whether code can compute all of it.
   *
   * @return false if a part of it is unknown
   */
  default boolean isKnown() {
    return true;
  }

  /** What only an evaluation can tell. */
  enum Unknown implements Term {
    /** That of a condition. */
    INSTANCE;

    @Override
    public String descriptor() {
      return "Z";
    }

    @Override
    public boolean isKnown() {
      return false;
    }
  }

  /**
   * A literal.
   *
   * @param value boxed if it is primitive, or a string, or null
   * @param descriptor its type
   */
  record Constant(@Nullable Object value, String descriptor) implements Term {}

  /**
   * A variable.
   *
   * @param index among those of the place
   * @param descriptor its type
   */
  record Variable(int index, String descriptor) implements Term {}

  /**
   * A field of the class of the code.
   *
   * @param object whose field; not to be null. Null stands for a static field
   * @param name its name
   * @param descriptor its type
   */
  record Field(@Nullable Term object, String name, String descriptor) implements Term {}

  /**
   * An element of an array.
   *
   * @param array not to be null
   * @param index an int, which has to be in range
   */
  record Element(Term array, Term index) implements Term {
    @Override
    public String descriptor() {
      return array.descriptor().substring(1);
    }
  }

  /**
   * The length of an array.
   *
   * @param array not to be null
   */
  record Length(Term array) implements Term {
    @Override
    public String descriptor() {
      return "I";
    }
  }

  /**
   * The primitive value in a box.
   *
   * @param box not to be null
   * @param descriptor of the primitive type
   */
  record Unboxed(Term box, String descriptor) implements Term {}

  /**
   * A primitive value as one of another type, both or none of them boolean.
   *
   * @param operand the value
   * @param descriptor the type wanted
   */
  record Converted(Term operand, String descriptor) implements Term {}

  /**
   * Two numbers to a third one. Operands are converted to the type of the result, but for those
   * behind a shift operator, which are converted to int. A divisor that is an integer is not to be
   * zero.
   *
   * @param operator {@code + - * / % & | ^ << >> >>>}
   * @param left the first operand
   * @param right the second operand
   * @param descriptor {@code I}, {@code J}, {@code F} or {@code D}
   */
  record Arithmetic(String operator, Term left, Term right, String descriptor) implements Term {}

  /**
   * Compares two numbers.
   *
   * @param operator {@code == != < > <= >=}
   * @param left the first operand
   * @param right the second operand
   * @param operands the type that both operands are converted to: {@code I}, {@code J}, {@code F}
   *     or {@code D}
   */
  record Comparison(String operator, Term left, Term right, String operands) implements Condition {}

  /**
   * Compares two references.
   *
   * @param left the first operand
   * @param right the second operand
   * @param same whether they are to be the same
   */
  record Identity(Term left, Term right, boolean same) implements Condition {}

  /**
   * Two conditions to a third one.
   *
   * @param operator {@code && || & | ^ == !=}
   * @param left the first operand
   * @param right the second operand
   */
  record Logic(String operator, Term left, Term right) implements Condition {
    @Override
    public boolean isKnown() {
      return left.isKnown() && right.isKnown();
    }
  }

  /**
   * What holds if another condition does not.
   *
   * @param operand the other one
   */
  record Not(Term operand) implements Condition {
    @Override
    public boolean isKnown() {
      return operand.isKnown();
    }
  }

  /**
   * One of two values of the same type.
   *
   * @param test says which
   * @param yes if it holds
   * @param no if it does not
   * @param descriptor type of both, not {@code Object}
   */
  record Choice(Term test, Term yes, Term no, String descriptor) implements Term {
    @Override
    public boolean isKnown() {
      return test.isKnown() && yes.isKnown() && no.isKnown();
    }
  }

  /**
   * A call of a method of {@code String} that takes a time that does not count if the strings are
   * short.
   *
   * @param name of the method
   * @param types descriptor of the method
   * @param receiver a string, not to be null
   * @param arguments strings, not to be null, or an index, which has to be in range
   * @param bounded whether an evaluation counts the length of the strings, so that these are to be
   *     no longer than {@link #MAX_TEXT}
   */
  record TextCall(String name, String types, Term receiver, List<Term> arguments, boolean bounded)
      implements Term {
    /** The most characters of a string whose length is counted, inclusive. */
    public static final int MAX_TEXT = 256;

    @Override
    public String descriptor() {
      return types.substring(types.indexOf(')') + 1);
    }
  }

  /** What is true or false. */
  sealed interface Condition extends Term {
    @Override
    default String descriptor() {
      return "Z";
    }
  }
}
