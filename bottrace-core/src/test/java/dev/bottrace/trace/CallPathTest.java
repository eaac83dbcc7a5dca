package dev.bottrace.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallPathTest {
  @Test
  void has_steps_that_are_called_directly_or_through_anything() {
    CallPath path = CallPath.of("..web.. >> Orders.place > Core.<init> >>*.save*");
    assertThat(path.steps())
        .extracting(MethodPattern::toString)
        .containsExactly("..web..", "Orders.place", "Core.<init>", "*.save*");
    assertThat(path.isDirect(0)).isFalse();
    assertThat(path.isDirect(1)).isFalse();
    assertThat(path.isDirect(2)).isTrue();
    assertThat(path.isDirect(3)).isFalse();
    assertThatThrownBy(() -> path.isDirect(4)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(path).hasToString("..web.. >> Orders.place > Core.<init> >>*.save*");
  }

  @Test
  void may_have_one_step() {
    assertThat(CallPath.of(" Orders.place ").steps())
        .containsExactly(MethodPattern.of("Orders.place"));
  }

  @Test
  void needs_no_spaces_and_tells_arrows_from_constructors() {
    assertThat(CallPath.of("A.<init>>B.<clinit>>>C.d").steps()).hasSize(3);
    assertThat(CallPath.of("A.<init>>B.<clinit>>>C.d").isDirect(1)).isTrue();
    assertThat(CallPath.of("A.<init>>B.<clinit>>>C.d").isDirect(2)).isFalse();
  }

  @Test
  void has_64_steps_at_most() {
    String most = "A.b > ".repeat(63) + "A.b";
    assertThat(CallPath.of(most).isDirect(63)).isTrue();
    assertThatThrownBy(() -> CallPath.of(most + " > A.b"))
        .hasMessageEndingWith(": at character 383: a path has 64 steps at most");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''            | it is blank
          > A.b         | at character 1: it begins with an arrow; write what calls before it
          A.b >         | at character 5: it ends with an arrow; write what is called after it
          A.b >>        | at character 6: it ends with an arrow; write what is called after it
          A.b > > C.d   | at character 7: there is nothing between two arrows; write one, or a pattern between them
          A.b >>> C.d   | at character 5: there is > (directly) and >> (through anything), no longer arrow
          A.b -> C.d    | at character 5: the arrows are > (directly) and >> (through anything)
          A.b > C.d(    | step 2: 'C.d(' is not a method pattern (such as Orders.place or com.acme.orders..): at character 4: a pattern has no parameters, as overloads count together; write C.d
          A.b, C.d      | step 1: 'A.b, C.d' is not a method pattern (such as Orders.place or com.acme.orders..): at character 4: ',' has no place in a pattern; write '*' for it
          A.<init > B.c | step 1: 'A.<init' is not a method pattern (such as Orders.place or com.acme.orders..): at character 3: write <init> for constructors or <clinit> for static initialisers, at the end
          """)
  void says_what_is_wrong_and_where(String path, String problem) {
    assertThatThrownBy(() -> CallPath.of(path))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'" + path + "' is not a path (such as Orders.place >> Repository.save): " + problem);
  }
}
