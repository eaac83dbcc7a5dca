package dev.bottrace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.trace.BreakpointSnapshot;
import dev.bottrace.trace.CapturedVariable;
import dev.bottrace.trace.FrameSnapshot;
import dev.bottrace.trace.target.HotTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The JVM forgets what callers hold once it has compiled them; snapshots don't. */
@Timeout(60)
class CallersLocalsTest {
  private static final Path SOURCE =
      Path.of("src/test/java/dev/bottrace/trace/target/HotTarget.java");

  private static BreakpointSnapshot snapshot;

  @BeforeAll
  static void run() throws Exception {
    List<BreakpointSnapshot> snapshots =
        Tracer.run(HotTarget.class)
            .breakpoint("HotTarget.java:" + line())
            .locals()
            .execute()
            .snapshots();
    assertThat(snapshots).hasSize(1);
    snapshot = snapshots.get(0);
  }

  private static int line() throws IOException {
    List<String> lines = Files.readAllLines(SOURCE);
    int index = 0;
    while (!lines.get(index).contains("// BREAK: callee")) {
      index++;
    }
    return index + 1;
  }

  @Test
  void variables_of_a_compiled_caller_are_those_of_the_moment() {
    assertThat(locals("HotTarget.caller"))
        .containsExactly(
            "round=29999",
            "text=\"rv\"",
            "ratio=14999.5",
            "twice=59998",
            "wide=" + (29999L << 33),
            "label=\"rv59998\"",
            "last=true",
            "quarter=3749.875");
  }

  @Test
  void so_are_those_of_its_callers() {
    assertThat(locals("HotTarget.outer"))
        .containsExactly("round=29999", "letter='v'", "part=14999.5");
    assertThat(locals("HotTarget.main")).containsExactly("args=String[0][]", "round=29999");
  }

  @Test
  void the_stack_has_lines_of_compiled_frames() {
    assertThat(snapshot.stack())
        .extracting(FrameSnapshot::function)
        .containsExactly(
            "HotTarget.callee", "HotTarget.caller", "HotTarget.outer", "HotTarget.main");
    assertThat(snapshot.stack()).extracting(FrameSnapshot::line).doesNotContain(0);
  }

  private static List<String> locals(String function) {
    FrameSnapshot frame =
        snapshot.stack().stream()
            .filter(candidate -> candidate.function().equals(function))
            .findFirst()
            .orElseThrow();
    return Objects.requireNonNull(frame.locals()).stream().map(CallersLocalsTest::text).toList();
  }

  private static String text(CapturedVariable variable) {
    return variable.name() + "=" + variable.value();
  }
}
