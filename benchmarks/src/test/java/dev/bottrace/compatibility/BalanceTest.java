package dev.bottrace.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BalanceTest {
  @TempDir Path directory;

  @Test
  void calls_that_nest_in_each_thread_are_balanced() throws IOException {
    Balance balance =
        balance(
            "CALL App.main App.java:1",
            "CALL App.run App.java:5 [pool [1]]",
            "CALL App.a App.java:9",
            "RETURN App.run [pool [1]] !java.io.IOException",
            "RETURN App.a",
            "RETURN App.main !exit");

    assertThat(balance.faults()).isEmpty();
    assertThat(balance.events()).isEqualTo(6);
  }

  @Test
  void a_call_without_a_return_is_a_fault() throws IOException {
    assertThat(balance("CALL App.main App.java:1").faults())
        .containsExactly("1 calls without a RETURN");
  }

  @Test
  void a_return_without_a_call_is_a_fault() throws IOException {
    assertThat(balance("RETURN App.main").faults()).containsExactly("no call: RETURN App.main");
  }

  @Test
  void calls_that_cross_are_a_fault() throws IOException {
    Balance balance =
        balance("CALL App.a App.java:1", "CALL App.b App.java:2", "RETURN App.a", "RETURN App.b");

    assertThat(balance.faults()).containsExactly("not the innermost call: RETURN App.a");
  }

  @Test
  void a_return_in_another_thread_is_a_fault() throws IOException {
    assertThat(balance("CALL App.a App.java:1 [one]", "RETURN App.a [two]").faults())
        .containsExactly("no call: RETURN App.a [two]", "1 calls without a RETURN");
  }

  @Test
  void counts_that_do_not_add_up_to_the_calls_are_a_fault() throws IOException {
    Balance balance =
        balance(
            "CALL App.a App.java:1",
            "RETURN App.a",
            "Call Counts:",
            "          2 calls to App.a (App.java:1)");

    assertThat(balance.faults()).containsExactly("counts of 2 calls, but 1 CALLs");
  }

  @Test
  void a_line_that_is_no_event_is_a_fault() throws IOException {
    assertThat(balance("CALLED App.a").faults())
        .containsExactly("a line that is no event: CALLED App.a");
  }

  @Test
  void a_trace_longer_than_what_is_read_at_once_is_read_to_its_end() throws IOException {
    List<String> pair = List.of("CALL App.a App.java:1", "RETURN App.a");
    String[] lines =
        Collections.nCopies(20_000, pair).stream().flatMap(List::stream).toArray(String[]::new);

    Balance balance = balance(lines);

    assertThat(balance.faults()).isEmpty();
    assertThat(balance.events()).isEqualTo(40_000);
  }

  private Balance balance(String... lines) throws IOException {
    return Balance.of(Files.write(directory.resolve("trace"), List.of(lines)));
  }
}
