package dev.bottrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTest {
  @Test
  void control_characters_are_written_out() {
    assertThat(OneLine.of("App \n\t\r\u001b[31m\u009b\u007f"))
        .isEqualTo("App \\u000a\\u0009\\u000d\\u001b[31m\\u009b\\u007f");
  }

  @Test
  void all_else_is_what_it_was() {
    String text = "com.acme.App --name=\"J\u00f6rg\" \\u0041 \ud83d\ude00 \ud83d";

    assertThat(OneLine.of(text)).isEqualTo(text);
  }
}
