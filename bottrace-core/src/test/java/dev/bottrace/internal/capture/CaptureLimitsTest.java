package dev.bottrace.internal.capture;

import static dev.bottrace.internal.capture.Captured.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.option.Limits;
import dev.bottrace.option.Redaction;
import dev.bottrace.trace.CapturedValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptureLimitsTest {
  private record Three(int a, int b, int c) {}

  private record Box(@Nullable Object in) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          0 | `"..."(3 chars)`
          1 | `"a..."(3 chars)`
          2 | `"ab..."(3 chars)`
          3 | `"abc"`
          4 | `"abc"`
          """)
  void strings_are_cut_to_the_limit(int characters, String expected) {
    assertThat(line("abc", Limits.DEFAULT.withCharacters(characters))).isEqualTo(expected);
  }

  @Test
  void a_cut_string_ends_with_a_whole_character() {
    assertThat(line("a😀b", Limits.DEFAULT.withCharacters(2))).isEqualTo("\"a...\"(4 chars)");
    StringBuilder builder = new StringBuilder();
    builder.append("abc");
    assertThat(line(builder, Limits.DEFAULT.withCharacters(1)))
        .isEqualTo("StringBuilder(\"a...\"(3 chars))");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          0 | `ArrayList(3)[... +3 elements]`
          1 | `ArrayList(3)[1, ... +2 elements]`
          2 | `ArrayList(3)[1, 2, ... +1 element]`
          3 | `ArrayList(3)[1, 2, 3]`
          4 | `ArrayList(3)[1, 2, 3]`
          """)
  void sequences_are_cut_to_the_limit(int elements, String expected) {
    Limits limits = Limits.DEFAULT.withElements(elements);
    assertThat(line(new ArrayList<>(List.of(1, 2, 3)), limits)).isEqualTo(expected);
    assertThat(line(new int[] {1, 2, 3}, limits))
        .isEqualTo(expected.replace("ArrayList(3)", "int[3]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          0 | `LinkedHashMap(3){... +3 entries}`
          1 | `LinkedHashMap(3){1=1, ... +2 entries}`
          2 | `LinkedHashMap(3){1=1, 2=2, ... +1 entry}`
          3 | `LinkedHashMap(3){1=1, 2=2, 3=3}`
          4 | `LinkedHashMap(3){1=1, 2=2, 3=3}`
          """)
  void maps_are_cut_to_the_limit(int elements, String expected) {
    Map<Integer, Integer> map = new LinkedHashMap<>();
    List.of(1, 2, 3).forEach(i -> map.put(i, i));
    assertThat(line(map, Limits.DEFAULT.withElements(elements))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          0 | `[... +3 fields]`
          1 | `[a=1, ... +2 fields]`
          2 | `[a=1, b=2, ... +1 field]`
          3 | `[a=1, b=2, c=3]`
          4 | `[a=1, b=2, c=3]`
          """)
  void fields_are_cut_to_the_limit(int fields, String expected) {
    assertThat(line(new Three(1, 2, 3), Limits.DEFAULT.withFields(fields)))
        .isEqualTo("Three" + expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          0 | `Object[1][...]`
          1 | `Object[1][ArrayList(1)[...]]`
          2 | `Object[1][ArrayList(1)[LinkedHashMap(1){...}]]`
          3 | `Object[1][ArrayList(1)[LinkedHashMap(1){1=Optional[...]}]]`
          4 | `Object[1][ArrayList(1)[LinkedHashMap(1){1=Optional[Box[...]]}]]`
          5 | `Object[1][ArrayList(1)[LinkedHashMap(1){1=Optional[Box[in=null]]}]]`
          """)
  void levels_are_cut_to_the_limit(int depth, String expected) {
    Map<Integer, Object> map = new LinkedHashMap<>();
    map.put(1, Optional.of(new Box(null)));
    Object[] value = {new ArrayList<>(List.of(map))};
    assertThat(line(value, Limits.DEFAULT.withDepth(depth))).isEqualTo(expected);
  }

  @Test
  void what_is_empty_is_not_cut_by_depth() {
    Limits flat = Limits.DEFAULT.withDepth(0);
    assertThat(line(new int[0], flat)).isEqualTo("int[0][]");
    assertThat(line(Map.of(), flat)).isEqualTo("Map(0){}");
    assertThat(line("abc", flat)).isEqualTo("\"abc\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          1 | `ArrayList(2)[<budget> +2 elements]`
          2 | `ArrayList(2)[Three[<budget> +3 fields], <budget> +1 element]`
          3 | `ArrayList(2)[Three[a=1, <budget> +2 fields], <budget> +1 element]`
          5 | `ArrayList(2)[Three[a=1, b=2, c=3], <budget> +1 element]`
          6 | `ArrayList(2)[Three[a=1, b=2, c=3], "x"]`
          7 | `ArrayList(2)[Three[a=1, b=2, c=3], "x"]`
          """)
  void the_budget_cuts_where_it_ends(int budget, String expected) {
    assertThat(
            line(
                new ArrayList<>(List.of(new Three(1, 2, 3), "x")),
                Limits.DEFAULT.withBudget(budget)))
        .isEqualTo(expected);
  }

  @Test
  void all_values_of_a_snapshot_share_the_budget() {
    Capture capture = new ValueCapturer(Limits.DEFAULT.withBudget(2), Redaction.DEFAULT).begin();
    assertThat(capture.variable("a", new int[2]).value())
        .hasToString("int[2][0, <budget> +1 element]");
    assertThat(capture.variable("b", new int[1]).value()).hasToString("<budget>");
    assertThat(capture.variable("c", 1).value()).as("small values are free").hasToString("1");
    assertThat(capture.variable("d", "text").value()).hasToString("\"text\"");
    assertThat(capture.variable("password", 1).value()).hasToString("<redacted>");
  }

  @Test
  void collections_that_would_have_to_be_counted_are_cut_without_a_size() {
    assertThat(line(new ConcurrentLinkedQueue<>(List.of(1, 2, 3)), Limits.DEFAULT.withElements(2)))
        .isEqualTo("ConcurrentLinkedQueue[1, 2, ...]");
    assertThat(line(new ConcurrentLinkedQueue<>(List.of(1, 2)), Limits.DEFAULT.withElements(2)))
        .isEqualTo("ConcurrentLinkedQueue(2)[1, 2]");
  }

  @Test
  void arguments_fit_on_a_line() {
    String line =
        line(List.of("x".repeat(300), "y".repeat(300), "z".repeat(300)), Limits.ARGUMENTS);
    assertThat(CapturedValue.cut(line, Limits.ARGUMENT_LINE)).hasSizeLessThanOrEqualTo(200);
  }
}
