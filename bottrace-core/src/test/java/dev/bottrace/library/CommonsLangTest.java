package dev.bottrace.library;

import static dev.bottrace.assertj.TraceAssertions.assertThat;

import dev.bottrace.Recording;
import dev.bottrace.junit.Traced;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.math.NumberUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What commons-lang calls inside. */
@Timeout(120)
@Traced(include = "org.apache.commons.lang3", args = true, returns = true)
class CommonsLangTest {
  @Test
  void a_number_is_tried_as_an_int_and_then_as_a_long(Recording recording) {
    NumberUtils.createNumber("12345678901");
    assertThat(recording.snapshot())
        .inOrder("NumberUtils.createInteger", "NumberUtils.createLong")
        .neverCalled("NumberUtils.createBigInteger")
        .calls("NumberUtils.createInteger")
        .times(1)
        .threw(NumberFormatException.class)
        .calls("NumberUtils.createLong")
        .times(1)
        .returned(12_345_678_901L);
  }

  @Test
  void a_word_with_a_capital_is_not_changed_again(Recording recording) {
    StringUtils.capitalize("Ink");
    assertThat(recording.snapshot())
        .path("StringUtils.capitalize > StringUtils.isEmpty")
        .calls("StringUtils.capitalize")
        .returned("Ink");
  }
}
