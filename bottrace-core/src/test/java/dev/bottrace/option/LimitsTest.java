package dev.bottrace.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class LimitsTest {
  @Test
  void defaults_are_those_of_the_contract() {
    assertThat(Limits.DEFAULT).isEqualTo(new Limits(3, 100, 255, 20, 10_000));
  }

  @Test
  void each_value_can_be_changed_alone() {
    assertThat(
            Limits.DEFAULT
                .withDepth(1)
                .withElements(2)
                .withCharacters(3)
                .withFields(4)
                .withBudget(5))
        .isEqualTo(new Limits(1, 2, 3, 4, 5));
  }

  @Test
  void text_changes_the_defaults() {
    assertThat(Limits.parse("depth=5,elements=20"))
        .isEqualTo(Limits.DEFAULT.withDepth(5).withElements(20));
    assertThat(Limits.parse("characters=1, fields = 2,budget=3"))
        .isEqualTo(new Limits(3, 100, 1, 2, 3));
  }

  @Test
  void the_later_of_two_values_holds() {
    assertThat(Limits.parse("depth=5,depth=6")).isEqualTo(Limits.DEFAULT.withDepth(6));
  }

  @Test
  void unknown_keys_are_refused_and_the_known_ones_named() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Limits.parse("deep=5"))
        .withMessage("unknown limit 'deep'; known: depth, elements, characters, fields, budget");
  }

  @Test
  void what_is_no_number_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Limits.parse("depth=x"))
        .withMessage("depth must be a number, not 'x'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Limits.parse("depth=99999999999"))
        .withMessage("depth must be a number, not '99999999999'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Limits.parse("depth"))
        .withMessage("limits are written as depth=5,elements=20, not 'depth'");
    assertThatIllegalArgumentException().isThrownBy(() -> Limits.parse(""));
    assertThatIllegalArgumentException().isThrownBy(() -> Limits.parse("depth=1,"));
  }

  @Test
  void values_out_of_bounds_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Limits.parse("elements=-1"))
        .withMessage("elements must be 0 or more, not -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Limits.parse("budget=0"))
        .withMessage("budget must be 1 or more, not 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Limits.DEFAULT.withDepth(Limits.MAX_DEPTH + 1))
        .withMessage("depth must be at most 100, not 101");
    assertThatIllegalArgumentException().isThrownBy(() -> Limits.DEFAULT.withDepth(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> Limits.DEFAULT.withCharacters(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> Limits.DEFAULT.withFields(-1));
  }

  @Test
  void values_on_their_bounds_are_taken() {
    assertThat(new Limits(0, 0, 0, 0, 1).depth()).isZero();
    assertThat(Limits.DEFAULT.withDepth(Limits.MAX_DEPTH).depth()).isEqualTo(100);
  }
}
