package dev.bottrace.assertj;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoldenHunkTest {
  private static List<String> lines(String letters) {
    return Stream.of(letters.split("")).filter(letter -> !letter.isEmpty()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "'',       '',       ''",
    "abcd,     abcd,     ''",
    "abcd,     abxcd,    '-+x'",
    "abxcd,    abcd,     '-x+'",
    "abxcd,    abycd,    '-x+y'",
    "abcd,     xabcd,    '-+x'",
    "abcd,     abcdx,    '-+x'",
    "abcdx,    abcdy,    '-x+y'",
    "abcd,     '',       '-abcd+'",
    "axbcdyef, abcdzef,  '-x+ -y+z'",
    "abxcyde,  abXcYde,  '-xcy+XcY'",
  })
  void has_what_lies_between_two_lines_that_are_the_same(
      String left, String right, String expected) {
    List<String> hunks =
        GoldenHunk.between(lines(left), lines(right)).stream()
            .map(
                hunk ->
                    "-"
                        + left.substring(hunk.left(), hunk.leftEnd())
                        + "+"
                        + right.substring(hunk.right(), hunk.rightEnd()))
            .toList();
    assertThat(String.join(" ", hunks)).isEqualTo(expected);
  }

  @Test
  void what_is_not_in_them_is_the_same() {
    Random random = new Random(5);
    for (int run = 0; run < 2000; run++) {
      List<String> left = random(random);
      List<String> right = random(random);
      List<String> made = new ArrayList<>();
      int next = 0;
      for (GoldenHunk hunk : GoldenHunk.between(left, right)) {
        made.addAll(left.subList(next, hunk.left()));
        made.addAll(right.subList(hunk.right(), hunk.rightEnd()));
        next = hunk.leftEnd();
      }
      made.addAll(left.subList(next, left.size()));
      assertThat(made).isEqualTo(right);
    }
  }

  private static List<String> random(Random random) {
    return random.ints(random.nextInt(12), 'a', 'd').mapToObj(Character::toString).toList();
  }
}
