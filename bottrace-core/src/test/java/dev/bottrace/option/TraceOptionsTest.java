package dev.bottrace.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceOptionsTest {
  private static final TraceOptions NONE = TraceOptions.DEFAULT;

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void max_depth_is_at_least_1(int levels) {
    assertThatThrownBy(() -> NONE.withMaxDepth(levels))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxDepth must be 1 or more, not " + levels);
    assertThatCode(() -> NONE.withMaxDepth(1)).doesNotThrowAnyException();
  }

  @Test
  void max_events_is_at_least_0() {
    assertThatThrownBy(() -> NONE.withMaxEvents(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxEvents must be 0 or more, not -1");
    assertThatCode(() -> NONE.withMaxEvents(0)).doesNotThrowAnyException();
  }

  @Test
  void top_is_at_least_0() {
    assertThatThrownBy(() -> NONE.withTop(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("top must be 0 (all) or more, not -1");
    assertThatCode(() -> NONE.withTop(0)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"PT0S, 0", "PT-1S, -1", "PT-0.000000001S, -0.000000001"})
  void a_timeout_is_more_than_0(Duration time, String seconds) {
    assertThatThrownBy(() -> NONE.withTimeout(time))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("timeout must be more than 0 seconds, not " + seconds);
    assertThatCode(() -> NONE.withTimeout(Duration.ofNanos(1))).doesNotThrowAnyException();
  }

  @Test
  void a_timeout_fits_into_a_clock() {
    assertThatThrownBy(() -> NONE.withTimeout(Duration.ofSeconds(Long.MAX_VALUE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("timeout must be at most 3153600000 seconds, not 9223372036854775807");
  }

  @ParameterizedTest
  @CsvSource({"PT5S, 5", "PT0.25S, 0.25", "PT100S, 100", "PT0.0001S, 0.0001"})
  void seconds_have_no_needless_digits(Duration time, String seconds) {
    assertThat(Bounds.seconds(time)).isEqualTo(seconds);
  }

  @Test
  void each_option_makes_a_changed_copy() {
    assertThat(NONE.withCalls())
        .isEqualTo(
            new TraceOptions(
                true, false, 10, Scope.DEFAULT, Bounds.NONE, StateOptions.NONE, false, false));
    assertThat(NONE.withCallCounts().withTop(3))
        .isEqualTo(
            new TraceOptions(
                false, true, 3, Scope.DEFAULT, Bounds.NONE, StateOptions.NONE, false, false));
    assertThat(NONE.withInclude("a").withExclude("b").withInclude("c").withoutLambdas().scope())
        .isEqualTo(new Scope(List.of("a", "c"), List.of("b"), false));
    assertThat(NONE.withMaxDepth(1).withMaxEvents(2).withTimeout(Duration.ofMillis(3)).bounds())
        .isEqualTo(new Bounds(1, 2, Duration.ofMillis(3)));
    assertThat(NONE)
        .isEqualTo(
            new TraceOptions(
                false, false, 10, Scope.DEFAULT, Bounds.NONE, StateOptions.NONE, false, false));
  }

  @Test
  void a_scope_does_not_change_with_the_lists_it_was_made_of() {
    List<String> prefixes = new ArrayList<>(List.of("com.acme"));
    Scope scope = new Scope(prefixes, List.of(), true);
    prefixes.add("com.other");
    assertThat(scope.includes()).containsExactly("com.acme");
  }

  @Test
  void a_program_is_told_by_its_ending() {
    assertThat(Program.of("lib/app.jar")).isEqualTo(new Program.Jar(Path.of("lib/app.jar")));
    assertThat(Program.of("Hello.java")).isEqualTo(new Program.Source(Path.of("Hello.java")));
    assertThat(Program.of("com.acme.App")).isEqualTo(new Program.MainClass("com.acme.App"));
    assertThat(Program.of("com/acme/App")).isEqualTo(new Program.MainClass("com/acme/App"));
  }

  @Test
  void a_program_has_a_name() {
    assertThatThrownBy(() -> Program.of(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the main class has no name");
  }
}
