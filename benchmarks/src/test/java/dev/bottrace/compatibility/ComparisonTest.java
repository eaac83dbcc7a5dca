package dev.bottrace.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  @Test
  void another_exit_code_is_a_difference() {
    Comparison comparison = comparison("0", "0");

    assertThat(comparison.differences(outcome(Map.of(Outcome.EXIT_CODE, "1"))))
        .containsExactly("exit code: line 1 is '1', not '0'");
  }

  @Test
  void what_is_the_same_in_plain_runs_has_to_be_the_same_to_the_byte() {
    Comparison comparison = comparison("took 3 ms", "took 3 ms");

    assertThat(comparison.differences(outcome(Map.of(Outcome.EXIT_CODE, "took 4 ms")))).hasSize(1);
    assertThat(comparison.looseParts()).isEmpty();
  }

  @Test
  void numbers_that_differ_between_plain_runs_may_differ_in_a_traced_one() {
    Comparison comparison = comparison("took 3 ms", "took 12.5 ms");

    assertThat(comparison.differences(outcome(Map.of(Outcome.EXIT_CODE, "took 170 ms")))).isEmpty();
    assertThat(comparison.differences(outcome(Map.of(Outcome.EXIT_CODE, "took 1 s")))).hasSize(1);
    assertThat(comparison.looseParts()).containsExactly("exit code without its numbers");
  }

  @Test
  void lines_whose_order_differs_between_plain_runs_may_have_any_order() {
    Comparison comparison = comparison("one\ntwo\n", "two\none\n");

    assertThat(comparison.differences(outcome(Map.of(Outcome.EXIT_CODE, "two\none\n")))).isEmpty();
    assertThat(comparison.differences(outcome(Map.of(Outcome.EXIT_CODE, "two\ntwo\n")))).hasSize(1);
  }

  @Test
  void a_file_that_is_missing_or_new_is_a_difference() {
    Comparison comparison =
        new Comparison(List.of(outcome(Map.of("a.txt", "")), outcome(Map.of("a.txt", ""))));

    assertThat(comparison.differences(outcome(Map.of("b.txt", ""))))
        .containsExactly("a.txt is missing", "b.txt is left by a traced run only");
  }

  @Test
  void names_with_numbers_that_differ_between_plain_runs_may_differ_there() {
    Comparison comparison =
        new Comparison(List.of(outcome(Map.of("tmp12", "")), outcome(Map.of("tmp907", ""))));

    assertThat(comparison.differences(outcome(Map.of("tmp5", "")))).isEmpty();
    assertThat(comparison.differences(outcome(Map.of("temporary", "")))).hasSize(1);
  }

  private static Comparison comparison(String one, String other) {
    return new Comparison(
        List.of(
            outcome(Map.of(Outcome.EXIT_CODE, one)), outcome(Map.of(Outcome.EXIT_CODE, other))));
  }

  private static Outcome outcome(Map<String, String> parts) {
    return new Outcome(new TreeMap<>(parts), List.of(), 1, 1);
  }
}
