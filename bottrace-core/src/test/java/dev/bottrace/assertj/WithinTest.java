package dev.bottrace.assertj;

import static dev.bottrace.assertj.TraceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What it means to be within two calls: each text is what threads do, one word a call. */
class WithinTest {
  private static final Pattern WORDS = Pattern.compile("(?<=[(])|(?=[)])| ");

  /** Writes a trace: {@code begin(save)} is a call in a call, {@code t2:} goes on in a thread. */
  private static String trace(String calls) {
    StringBuilder tree = new StringBuilder("[main]\n");
    int depth = 0;
    for (String word : WORDS.split(calls, -1)) {
      if (word.endsWith(":")) {
        tree.append('[').append(word, 0, word.length() - 1).append("]\n");
      } else if (word.equals(")")) {
        depth--;
      } else if (!word.isEmpty()) {
        String name = word.replace("(", "");
        tree.append("  ".repeat(depth)).append("Tx.").append(name).append('\n');
        depth += word.endsWith("(") ? 1 : 0;
      }
    }
    return tree.toString();
  }

  private static void check(String calls) {
    assertThat(WrittenTrace.of(trace(calls))).called("Tx.save").within("Tx.begin", "Tx.commit");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "begin save commit",
        "begin save save commit begin save commit",
        "begin(save) commit",
        "begin commit(save)",
        "begin place(save) commit",
        "place(begin save) commit",
        "begin begin save commit commit",
        "begin begin commit save commit",
        "begin(begin) save commit(commit)",
        "begin rollback begin save commit",
        "begin t2: begin save commit main: commit",
      })
  void a_call_between_two_is_within(String calls) {
    assertThatCode(() -> check(calls)).as(trace(calls)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "save begin commit",
        "begin commit save",
        "begin commit save begin commit",
        "begin save begin commit",
        "begin save rollback begin commit",
        "begin begin save commit commit save",
        "begin commit commit save",
        "commit begin save",
        "begin t2: save main: commit",
        "begin save commit t2: save",
      })
  void any_other_call_is_not(String calls) {
    assertThatThrownBy(() -> check(calls)).as(trace(calls)).isInstanceOf(AssertionError.class);
  }
}
