package dev.bottrace.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no expression is refused with its place. */
class WatchSyntaxTest {
  @Test
  void points_at_the_place() {
    WatchSyntaxException mistake = mistake("items.size( + 1");
    assertThat(mistake).hasMessage("')' is missing at column 16");
    assertThat(mistake.column()).isEqualTo(16);
    assertThat(mistake.withCaret())
        .isEqualTo("')' is missing at column 16\nitems.size( + 1\n               ^");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a = 1 | assignment is not allowed at column 3",
        "a += 1 | assignment is not allowed at column 3",
        "f(a = 1) | assignment is not allowed at column 5",
        "i++ | increment is not allowed at column 2",
        "--i | decrement is not allowed at column 1",
        "new Order() | creating an object is not allowed at column 1",
        "a.new B() | creating an object is not allowed at column 3",
        "x -> 1 | a lambda is not allowed at column 3",
        "() -> 1 | a lambda is not allowed at column 4",
        "f(x -> 1) | a lambda is not allowed at column 5",
        "A::b | a method reference is not allowed at column 2",
        "switch (a) {} | switch is not allowed at column 1",
        "o instanceof String s | a pattern is not allowed at column 21",
        "'' | the expression is empty at column 1",
        "1 + | the expression is not complete at column 4",
        "(1 | ')' is missing at column 3",
        "a b | 'b' is not expected at column 3",
        "a[1 | ']' is missing at column 4",
        "a ? b | ':' is missing at column 6",
        "a. | a name is missing after '.' at column 3",
        "\"abc | the string is not closed at column 1",
        "\"\\q\" | there is no escape '\\q' at column 2",
        "2147483648 | the number is too large for an int at column 1",
        "0x1ffffffff | the number is too large for an int at column 1",
        "1__ | this is not a number at column 1",
        "0x | this is not a number at column 1",
        "08 | this is not a number at column 1",
        "1e999 | the number is too large or too small at column 1",
        "a # b | '#' is not a part of Java at column 3",
        "class | 'class' is not expected at column 1",
        "a; | ';' is not expected at column 2",
      })
  void says_what_is_wrong(String expression, String message) {
    assertThat(mistake(expression)).hasMessage(message);
  }

  @Test
  void a_character_literal_holds_one_character() {
    assertThat(mistake("'ab'").getMessage()).startsWith("a character literal holds one character");
    assertThat(mistake("''").getMessage()).startsWith("a character literal holds one character");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "!", "- ", "(int)", "f(", "a[", "a?", "1+(", "((a)"})
  void bounds_the_nesting(String part) {
    assertThat(mistake(part.repeat(1_000) + "1").getMessage())
        .containsAnyOf("nested too deeply", "too long");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+1", ".a", "[0]", ".f()", " instanceof A", "&&b"})
  void bounds_the_length(String part) {
    assertThat(mistake("a" + part.repeat(5_000)).getMessage()).contains("too long");
  }

  @Test
  void a_hundred_levels_are_no_problem() throws Exception {
    Object value =
        Locals.ofAllTypes()
            .scope(WatchSyntaxTest.class, null)
            .evaluate("(".repeat(90) + "1" + ")".repeat(90));
    assertThat(value).isEqualTo(1);
  }

  private static WatchSyntaxException mistake(String expression) {
    return catchThrowableOfType(
        WatchSyntaxException.class, () -> WatchExpression.parse(expression));
  }
}
