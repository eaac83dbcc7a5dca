package dev.bottrace.hosted;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs leave no classes, threads or memory behind. */
@Timeout(600)
class LeftoversTest {
  private static final Pattern FIGURES =
      Pattern.compile("after \\d+ classes (\\d+) threads (\\d+)");

  /** More classes of the JDK are loaded by and by; a program that stays at each run is far more. */
  private static final int SOME_OF_JDK = 12;

  @Test
  void a_hundred_runs_leave_nothing() throws Exception {
    leaveNothing(100);
  }

  @Test
  @Tag("slow")
  void five_hundred_runs_fit_into_a_small_heap_and_leave_nothing() throws Exception {
    leaveNothing(500);
  }

  private static void leaveNothing(int runs) throws Exception {
    Process java =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-XX:SoftRefLRUPolicyMSPerMB=0", // caches of the JDK
                "-cp",
                System.getProperty("java.class.path"),
                ManyRuns.class.getName(),
                String.valueOf(runs))
            .redirectErrorStream(true)
            .start();
    String out = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(java.waitFor()).describedAs(out).isZero();
    assertThat(out).doesNotContain("unended");
    List<int[]> figures = FIGURES.matcher(out).results().map(LeftoversTest::figures).toList();
    assertThat(figures).hasSize(10);
    int[] early = figures.get(1);
    List<int[]> late = figures.subList(5, 10); // the latest program of a kind may still be known
    assertThat(least(late, 0)).describedAs(out).isLessThanOrEqualTo(early[0] + SOME_OF_JDK);
    assertThat(least(late, 1)).describedAs(out).isLessThanOrEqualTo(early[1] + 1);
  }

  private static int least(List<int[]> figures, int index) {
    return figures.stream().mapToInt(figure -> figure[index]).min().orElseThrow();
  }

  private static int[] figures(MatchResult found) {
    return new int[] {Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))};
  }
}
