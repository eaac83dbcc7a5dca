package dev.bottrace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.trace.Receipt;
import dev.bottrace.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions in a loop that runs in three threads at once, 20,000 rounds each. */
class ConditionTest {
  private static final String LOOP =
      """
      import java.util.ArrayList;
      import java.util.List;
      public class Loop implements Runnable {
        static long done;
        private final List<String> words = new ArrayList<>(List.of("a", "b"));
        private final String name;
        private int zero;
        Loop(String name) {
          this.name = name;
        }
        @Override public void run() {
          long sum = 0;
          for (int i = 0; i < 20_000; i++) {
            sum += i * 31L; // line 14
          }
          synchronized (Loop.class) {
            done += sum;
          }
        }
        public static void main(String[] args) throws Exception {
          Thread first = new Thread(new Loop("first"), "first");
          Thread second = new Thread(new Loop("second"), "second");
          first.start();
          second.start();
          new Loop("third").run();
          first.join();
          second.join();
          if (done != 3 * 31L * 199_990_000L) {
            throw new IllegalStateException("disturbed: " + done);
          }
        }
      }
      """;

  @TempDir private Path directory;

  private TraceRequest loop() throws IOException {
    return Tracer.run(Files.writeString(directory.resolve("Loop.java"), LOOP));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "i == -1;its condition was never true",
        "name.equals(\"fourth\");its condition was never true",
        "i < 0 || words.size() == 3;its condition was never true",
        "words.get(0).length() == 2;its condition was never true",
        "i / zero == 1;its condition could not be evaluated: / by zero",
        "i == -1 && nonsense;its condition could not be evaluated:"
            + " there is no variable or field 'nonsense'",
        "10 / (i - 7) == 100;its condition was never true, and could not be evaluated 3 times:"
            + " / by zero",
        "i;its condition could not be evaluated: is int, not boolean",
      })
  void what_never_fires_says_how_often_it_was_reached(String condition, String why)
      throws Exception {
    Trace trace = loop().breakpoint("Loop.java:14 if " + condition).execute();

    assertThat(trace.termination().exitCode()).isZero();
    assertThat(trace.snapshots()).isEmpty();
    assertThat(trace.receipts())
        .extracting(Receipt::reason)
        .containsExactly("reached 60000 times, " + why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "i == 19_999;3",
        "i == 500 && name.equals(\"second\");1",
        "i == 7 && words.contains(\"b\") || i == 9;6",
        "i * 2 == 11 ? zero == 0 : i % 10_000 == 0;6",
        "words.size() == 2 && i == 11;3",
        "i != 3 ? false : 10 / i == 3;3",
      })
  void fires_when_the_condition_holds_and_never_else(String condition, int snapshots)
      throws Exception {
    Trace trace = loop().breakpoint("Loop.java:14 if " + condition).execute();

    assertThat(trace.snapshots()).hasSize(snapshots);
    assertThat(trace.receipts()).isEmpty();
  }

  @Test
  void several_conditions_in_one_line_do_not_hide_each_other() throws Exception {
    Trace trace =
        loop()
            .breakpoint("Loop.java:14 if i == 5")
            .breakpoint("Loop.java:14 if i == -1")
            .breakpoint("Loop.java:14 if words.size() == 3")
            .execute();

    assertThat(trace.snapshots()).hasSize(3);
    assertThat(trace.receipts())
        .extracting(Receipt::reason)
        .isEqualTo(
            List.of(
                "reached 60000 times, its condition was never true",
                "reached 60000 times, its condition was never true"));
  }

  @Test
  void a_breakpoint_without_condition_fires_beside_one_with() throws Exception {
    Trace trace =
        loop()
            .breakpoint("Loop.java:14 if i == -1")
            .breakpoint("Loop.java:14")
            .snapshots(60_000)
            .execute();

    assertThat(trace.snapshots()).hasSize(60_000);
    assertThat(trace.receipts())
        .extracting(Receipt::reason)
        .containsExactly("reached 60000 times, its condition was never true");
  }

  @Test
  void snapshots_are_counted_over_all_threads() throws Exception {
    Trace trace = loop().breakpoint("Loop.java:14 if i % 2 == 0").snapshots(10).execute();

    assertThat(trace.snapshots()).hasSize(10);
    assertThat(trace.termination().exitCode()).isZero();
  }

  @Test
  void what_a_condition_needs_does_not_limit_what_is_shown() throws Exception {
    Trace trace = loop().breakpoint("Loop.java:14 if i == 2 && name.equals(\"third\")").execute();

    assertThat(trace.snapshots().get(0).stack().get(0).locals())
        .extracting(local -> local.name() + "=" + local.value())
        .containsExactly(
            "this=Loop{words=ArrayList(2)[\"a\", \"b\"], name=\"third\", zero=0}", "sum=31", "i=2");
  }
}
