package dev.bottrace.text;

import static dev.bottrace.trace.SampleSnapshots.bare;
import static dev.bottrace.trace.SampleSnapshots.breakpoint;
import static dev.bottrace.trace.SampleSnapshots.chain;
import static dev.bottrace.trace.SampleSnapshots.exception;
import static dev.bottrace.trace.SampleSnapshots.frame;
import static dev.bottrace.trace.SampleSnapshots.value;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.trace.ExceptionSnapshot;
import dev.bottrace.trace.WatchResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Snapshots as blocks of lines. */
class SnapshotTextTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final TextTraceWriter writer = new TextTraceWriter(out);

  private String text() throws IOException {
    writer.flush();
    return out.toString(UTF_8);
  }

  @Test
  void writes_an_exception_with_stack_and_locals() throws IOException {
    writer.exception(exception());
    assertThat(text())
        .isEqualTo(
            """
            Exception: java.lang.IllegalStateException(no such user)

            Stack:
              Users.get() com/acme/Users.java:42
                Locals:
                  id: "abc123"
                  cache: HashMap(2){"a"=1, "b"=2}
              App.main() App.java:10
            """);
  }

  @Test
  void writes_causes_suppressed_ones_and_notes_and_counts_common_frames() throws IOException {
    writer.exception(chain());
    assertThat(text())
        .isEqualTo(
            """
            Exception: com.acme.Outer$Failure(broken) [pool-1-thread-1]

            Stack:
              Worker.run() Worker.java:15
                (Worker was compiled without -g)
              App.main() App.java:10
                Locals:
                  args: String[0]
              Suppressed: java.lang.IllegalStateException(closed)
                Pool.close() Pool.java:9
                ... 1 more
              Caused by: java.lang.Error(deep)
                Pool.shut() Pool.java:3
              Suppressed: java.lang.Error
            Caused by: java.io.IOException
              Disk.read() Disk.java:7
              ... 1 more
              (3 causes left out)
            Caused by: java.lang.Error()
              A.c() A.class
              ... 1 more
            """);
  }

  @Test
  void shows_a_common_frame_again_where_its_locals_are_others() throws IOException {
    ExceptionSnapshot cause = exception("C", null, frame("A.a", "A.java", 1, "n", "2"));
    writer.exception(
        new ExceptionSnapshot(
            "E",
            null,
            "main",
            List.of(frame("A.a", "A.java", 1, "n", "3")),
            cause,
            List.of(),
            null));
    assertThat(text()).contains("n: 3", "n: 2").doesNotContain("more");
  }

  @Test
  void writes_a_breakpoint_without_its_time() throws IOException {
    writer.snapshot(
        breakpoint(
            "worker",
            List.of(
                new WatchResult("items.size()", value("42"), null),
                new WatchResult("user.name", null, "user is null"))));
    assertThat(text())
        .isEqualTo(
            """
            Breakpoint: com/acme/Core.java:42 [worker]

            Stack:
              Core.process() com/acme/Core.java:42
                Locals:
                  item: Item{id=123}
                  count: 5
              App.main() App.java:25
            Watches:
              items.size(): 42
              user.name: error: user is null
            """);
  }

  @Test
  void what_the_program_says_does_not_end_a_line() throws IOException {
    writer.exception(exception("E", "a\nb\r\u001b[31m\ud800\ud83e\uddf5", bare("A\n.a", "A", 1)));
    assertThat(text())
        .isEqualTo(
            """
            Exception: E(a\\u000ab\\u000d\\u001b[31m\\ud800🧵)

            Stack:
              A\\u000a.a() A:1
            """);
  }

  @Test
  void writes_very_long_values_whole() throws IOException {
    String longest = "x".repeat(1_000_000);
    writer.exception(exception("E", longest, frame("A.a", "A.java", 1, "s", longest)));
    assertThat(text().lines()).contains("Exception: E(" + longest + ")", "      s: " + longest);
  }
}
