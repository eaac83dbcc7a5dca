package dev.bottrace.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.trace.CapturedValue.Entry;
import dev.bottrace.trace.CapturedValue.Instance;
import dev.bottrace.trace.CapturedValue.Mapping;
import dev.bottrace.trace.CapturedValue.NotCaptured;
import dev.bottrace.trace.CapturedValue.Plain;
import dev.bottrace.trace.CapturedValue.Sequence;
import dev.bottrace.trace.CapturedValue.Text;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CapturedValueTest {
  private static final Plain ONE = new Plain("1");

  @ParameterizedTest
  @EnumSource
  void each_reason_has_a_mark_everywhere(NotCapturedReason reason) {
    assertThat(new NotCaptured(reason, "").toString()).isNotEmpty();
    assertThat(new Sequence("A", 2, List.of(ONE), reason).toString()).startsWith("A(2)[1, ");
    assertThat(new Mapping("A", 2, List.of(new Entry(ONE, ONE)), reason).toString())
        .startsWith("A(2){1=1, ");
    assertThat(new Instance("A", false, List.of(), 1, reason).toString()).startsWith("A{");
  }

  @Test
  void a_cut_says_how_many_are_missing() {
    assertThat(new Sequence("A", 2, List.of(ONE), NotCapturedReason.SIZE))
        .hasToString("A(2)[1, ... +1 element]");
    assertThat(new Sequence("A", -1, List.of(ONE), NotCapturedReason.SIZE))
        .hasToString("A[1, ...]");
    assertThat(new Mapping("A", 3, List.of(), NotCapturedReason.BUDGET))
        .hasToString("A(3){<budget> +3 entries}");
    assertThat(new Instance("A", true, List.of(), 2, NotCapturedReason.FIELD_COUNT))
        .hasToString("A[... +2 fields]");
  }

  @Test
  void texts_without_quotes_stay_on_their_line() {
    assertThat(new Plain("a\nb")).hasToString("a\\nb");
    assertThat(new NotCaptured(NotCapturedReason.NOT_READABLE, "a\r"))
        .hasToString("a\\r<not readable>");
  }

  @Test
  void lists_are_copied() {
    List<CapturedValue> elements = new ArrayList<>(List.of(ONE));
    Sequence sequence = new Sequence("A", 1, elements, null);
    elements.clear();
    assertThat(sequence.elements()).containsExactly(ONE);
  }

  @Test
  void a_text_knows_whether_it_was_cut() {
    assertThat(new Text("ab", 2).cut()).isNull();
    assertThat(new Text("ab", 3).cut()).isEqualTo(NotCapturedReason.SIZE);
    assertThat(new Text("ab", 3)).hasToString("\"ab...\"(3 chars)");
  }

  @Test
  void a_short_line_is_not_cut() {
    assertThat(CapturedValue.cut("", 0)).isEmpty();
    assertThat(CapturedValue.cut("x".repeat(199), 200)).hasSize(199);
    assertThat(CapturedValue.cut("x".repeat(200), 200)).isEqualTo("x".repeat(200));
  }

  @Test
  void a_long_line_is_cut_with_a_mark_that_counts() {
    assertThat(CapturedValue.cut("x".repeat(201), 200))
        .isEqualTo("x".repeat(186) + "...(+15 chars)");
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 202, 210, 283, 284, 285, 286, 287, 1000, 1185, 1186, 1187, 100_000})
  void a_cut_line_keeps_the_bound(int length) {
    String cut = CapturedValue.cut("x".repeat(length), 200);
    int kept = cut.indexOf('.');
    assertThat(cut).hasSizeLessThanOrEqualTo(200).hasSizeGreaterThan(197);
    assertThat(cut).endsWith("...(+" + (length - kept) + " chars)");
  }

  @Test
  void no_character_is_halved() {
    String cut = CapturedValue.cut("😀".repeat(200), 200);
    assertThat(cut).startsWith("😀").hasSizeLessThanOrEqualTo(200);
    assertThat(cut.substring(0, cut.indexOf('.')).codePoints()).containsOnly("😀".codePointAt(0));
  }
}
