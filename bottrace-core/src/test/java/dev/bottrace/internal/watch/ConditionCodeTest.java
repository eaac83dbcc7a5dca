package dev.bottrace.internal.watch;

import static dev.bottrace.internal.watch.ConditionProgram.Verdict.DOES_NOT_HOLD;
import static dev.bottrace.internal.watch.ConditionProgram.Verdict.EVALUATED_AS_FALSE;
import static dev.bottrace.internal.watch.ConditionProgram.Verdict.FAILS;
import static dev.bottrace.internal.watch.ConditionProgram.Verdict.HOLDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.internal.watch.ConditionProgram.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Conditions that the code at the line tests, compared with their evaluation. */
class ConditionCodeTest {
  @TempDir private Path directory;

  /** Where the line stands; {@code %1$d} is the number, {@code %2$s} the parameters. */
  private enum Kind {
    STATIC(
        """
        static void run%1$d(%2$s) {
          hit(); // CONDITION %1$d;
        }
        """),
    INSTANCE(
        """
        static void run%1$d(%2$s) { new Target().in%1$d(%3$s); }
        void in%1$d(%2$s) {
          hit(); // CONDITION %1$d;
        }
        """),
    BEFORE_SUPER(
        """
        static void run%1$d(%2$s) { new Sub%1$d(%3$s); }
        static final class Sub%1$d extends Target {
          Sub%1$d(%2$s) {
            super(hit()); // CONDITION %1$d;
          }
        }
        """),
    CONSTRUCTOR(
        """
        static void run%1$d(%2$s) { new Sub%1$d(%3$s); }
        static final class Sub%1$d extends Target {
          Sub%1$d(%2$s) {
            super(0);
            hit(); // CONDITION %1$d;
          }
        }
        """),
    LAMBDA(
        """
        static void run%1$d(%2$s) {
          Runnable lambda = () -> {
            Object[] all = {%3$s};
            hit(); // CONDITION %1$d;
          };
          lambda.run();
        }
        """),
    HANDLER(
        """
        static void run%1$d(%2$s) {
          for (int round = 0; round < 2; round++) {
            long before = round;
            try {
              throw new IllegalStateException();
            } catch (IllegalStateException e) {
              double inside = before;
              hit(); // CONDITION %1$d;
            }
          }
        }
        """),
    MANY_VARIABLES(
        "static void run%1$d(%2$s) {\n"
            + IntStream.range(0, 120)
                .mapToObj(n -> "long wide" + n + " = l + " + n + ";")
                .collect(Collectors.joining("\n"))
            + """

              int[] ints2 = ints;
              hit(); // CONDITION %1$d;
            }
            """),
    ON_A_STACK(
        """
        static void run%1$d(%2$s) {
          sum(1L, "x",
              hit()); // CONDITION %1$d;
        }
        """);

    private final String method;

    Kind(String method) {
      this.method = method;
    }
  }

  private static String source(Kind kind, Locals locals, int conditions) {
    String names =
        Arrays.stream(locals.parameters().split(", (?![^<]*>)"))
            .map(parameter -> parameter.substring(parameter.lastIndexOf(' ') + 1))
            .collect(Collectors.joining(", "));
    StringBuilder source =
        new StringBuilder(
            """
            public class Target {
              static int count = 3;
              static final int SEVEN = 7;
              static final byte SMALL = -1;
              static final String WORD = "word";
              private int mine = 5;
              private final double half = 0.5;
              private String name = "target";
              private int[] numbers = {1, 2, 3};
              private Target[] all = {null, this};
              private Target next;
              private Integer boxed = 9;
              private boolean on = true;
              private int i = 77;
              Target() {}
              Target(int ignored) {}
              static int hit() { return 0; }
              static void sum(long a, String b, int c) {}
            """);
    for (int i = 0; i < conditions; i++) {
      source.append(String.format(kind.method, i, locals.parameters(), names));
    }
    return source.append("}").toString();
  }

  private Map<Integer, List<Verdict>> verdicts(Kind kind, Locals locals, List<String> conditions)
      throws Exception {
    String source = source(kind, locals, conditions.size());
    return new ConditionProgram(directory, source, conditions).run(locals.values());
  }

  @ParameterizedTest
  @EnumSource
  void random_conditions_are_tested_as_they_are_evaluated(Kind kind) throws Exception {
    RandomExpressions random = new RandomExpressions(kind.method.length());
    List<String> conditions = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      conditions.add(random.condition());
    }
    String source = source(kind, Locals.ofAllTypes(), conditions.size());
    ConditionProgram program = new ConditionProgram(directory, source, conditions);
    int told = 0;
    for (Locals locals : List.of(Locals.ofAllTypes(), Locals.ofOtherValues())) {
      Map<Integer, List<Verdict>> verdicts = program.run(locals.values());
      for (int i = 0; i < conditions.size(); i++) {
        assertThat(verdicts.get(i)).as(conditions.get(i)).isNotEmpty();
        told += verdicts.get(i).contains(DOES_NOT_HOLD) ? 1 : 0;
        if (!conditions.get(i).matches(".*(\"|instanceof|equals|startsWith).*")) {
          assertThat(verdicts.get(i)).as(conditions.get(i)).doesNotContain(EVALUATED_AS_FALSE);
        }
      }
    }
    assertThat(told).isGreaterThan(60);
  }

  /** With values of {@link Locals#ofAllTypes}. */
  @Test
  void code_tells_that_these_do_not_hold() throws Exception {
    List<String> conditions =
        List.of(
            "i == -1",
            "i != 42",
            "l < 0 || l == 7L && b",
            "d > 0 || f >= 2.5f || d != d",
            "by > sh",
            "c == 'y' || c + 1 == 'z'",
            "!b",
            "b ? i == 1 : j == 2",
            "(b ? i : l) == 1",
            "b ^ true",
            "b == (i < 0)",
            "(i > 0 && b) != (j < 0 || !b)",
            "box == 5 || boxL > 10 || boxC != 'q' || boxB",
            "boxL / 2 > 1000 || i % 5 == 0",
            "s == null || t != \"\"",
            "s == o",
            "nothing != null",
            "ints[0] + ints[i - 40] == 7",
            "ints.length == 4 || grid[1].length == 1 || grid[1][1] != 3",
            "words[1] != null",
            "s.length() == 3 || s.isEmpty() || s.charAt(1) == 'f'",
            "s.equals(\"other\") || \"other\".equals(s) || s.equals(t)",
            "s.startsWith(\"x\") || s.endsWith(\"x\") || s.contains(\"y\")",
            "s.equalsIgnoreCase(\"TEX\")",
            "i == 3 && list.contains(\"p\")",
            "i == 3 && (list.isEmpty() || !map.isEmpty())",
            "(byte) (i + 200) > 0 || (int) d != 0 || (char) j == 'x' || (long) f > 1",
            "~i == 0 || -l > 0 || i << 3 == 0 || l >>> 60 > 0 || (i & 7) == 1 || (j | 1) == 1",
            "list == null");
    Map<Integer, List<Verdict>> verdicts = verdicts(Kind.STATIC, Locals.ofAllTypes(), conditions);
    for (int i = 0; i < conditions.size(); i++) {
      assertThat(verdicts.get(i)).as(conditions.get(i)).containsExactly(DOES_NOT_HOLD);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"INSTANCE", "STATIC", "BEFORE_SUPER"})
  void code_reads_the_fields_of_its_own_class(Kind kind) throws Exception {
    List<String> constants = List.of("SEVEN == 8", "SMALL > 0", "WORD != \"word\"");
    List<String> statics = List.of("count == 4", "i == 77");
    List<String> fields =
        List.of(
            "mine == 6 || this.mine > 6",
            "half == 1",
            "name.equals(\"x\") || this.name == null",
            "numbers[2] == 4 || numbers.length != 3",
            "all[0] != null",
            "next != null && next.mine == 3",
            "all[1].mine == 6 || all[1].all[1].name == null",
            "boxed == 8",
            "!on",
            "this.i == 42",
            "this == null");
    List<String> conditions = new ArrayList<>(constants);
    if (kind == Kind.INSTANCE) {
      conditions.addAll(fields);
    } else if (kind == Kind.STATIC) {
      conditions.addAll(statics);
    }
    Map<Integer, List<Verdict>> verdicts = verdicts(kind, Locals.ofAllTypes(), conditions);
    for (int i = 0; i < conditions.size(); i++) {
      Verdict expected = kind == Kind.BEFORE_SUPER ? EVALUATED_AS_FALSE : DOES_NOT_HOLD;
      assertThat(verdicts.get(i)).as(conditions.get(i)).containsExactly(expected);
    }
  }

  /** With values of {@link Locals#ofAllTypes}. */
  @ParameterizedTest
  @EnumSource
  void what_fails_is_left_to_the_evaluation(Kind kind) throws Exception {
    List<String> conditions =
        List.of(
            "i / (j + 7) == 1",
            "i % (j + 7) == 1",
            "l / (i - 42) == 1",
            "1.0 > 2 || l % (i - 42) == 0",
            "nothing == 5",
            "i == 1 || nothing > 3",
            "ints[3] == 1",
            "ints[-1] == 1",
            "grid[2][0] == 1",
            "words[1].length() == 1",
            "words[1].equals(\"x\")",
            "s.charAt(4) == 'x'",
            "s.charAt(-1) == 'x'",
            "(b ? nothing : 5) == 3",
            "i == 1 || nonsense == 3",
            "i == 1 && nonsense == 3",
            "i",
            "s");
    Map<Integer, List<Verdict>> verdicts = verdicts(kind, Locals.ofAllTypes(), conditions);
    for (int i = 0; i < conditions.size(); i++) {
      assertThat(verdicts.get(i)).as(conditions.get(i)).isNotEmpty().containsOnly(FAILS);
    }
  }

  @Test
  void what_holds_fires() throws Exception {
    List<String> conditions = List.of("i == 42", "!(l == 0) && s != null", "b ? b : !b");
    assertThat(verdicts(Kind.LAMBDA, Locals.ofAllTypes(), conditions).values())
        .allSatisfy(verdicts -> assertThat(verdicts).containsExactly(HOLDS));
  }
}
