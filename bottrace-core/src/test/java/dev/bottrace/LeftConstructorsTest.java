package dev.bottrace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.text.TextTraceWriter;
import dev.bottrace.trace.Trace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exceptions that leave a {@code super()} call into code without probes, and are caught there. */
class LeftConstructorsTest {
  @TempDir private Path directory;
  private TraceRequest request;

  @BeforeEach
  void write() throws IOException {
    request =
        Tracer.run(
                Files.writeString(
                    directory.resolve("Left.java"),
                    """
                    public class Left {
                      public static void main(String[] args) {
                        Untraced.swallow(Outer::new);
                        Untraced.swallow(Traced::new);
                        Untraced.run(Calling::new);
                      }
                      static void next() { inner(); }
                      static void inner() {}
                    }
                    class Outer extends Inner { Outer() { super(); } }
                    class Inner extends Untraced { Inner() { super(true); } }
                    class Traced extends Thrower { Traced() { super(); } }
                    class Thrower { Thrower() { throw new IllegalStateException(); } }
                    class Calling extends Untraced { Calling() { super(false); } }
                    class Untraced {
                      Untraced(boolean fails) {
                        if (fails) { throw new IllegalStateException(); }
                        run(Left::next);
                      }
                      static void run(Runnable task) { task.run(); }
                      static void swallow(Runnable task) {
                        try { task.run(); } catch (IllegalStateException e) { }
                        run(Left::next);
                        run(Left::next);
                      }
                    }
                    """))
            .exclude("Untraced");
  }

  @Test
  void are_closed_before_the_next_call() throws Exception {
    Trace trace = request.calls().callCounts().execute();
    String events =
        """
        CALL Left.main Left.java:3
        CALL Outer.<init> Left.java:10
        CALL Inner.<init> Left.java:11
        RETURN Inner.<init> !java.lang.Throwable
        RETURN Outer.<init> !java.lang.Throwable
        CALL Left.next Left.java:7
        CALL Left.inner Left.java:8
        RETURN Left.inner
        RETURN Left.next
        """;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    trace.writeTo(new TextTraceWriter(out));
    assertThat(out.toString(UTF_8)).startsWith(events);
  }

  @Test
  void hide_no_calls_within_the_depth() throws Exception {
    Trace trace = request.calls().maxDepth(2).execute();
    assertThat(trace.count("Left.next")).as("not the one inside a constructor").isEqualTo(4);
    assertThat(trace.count("Left.inner")).isZero();
  }

  @Test
  void hide_no_calls_from_counts_within_the_depth() throws Exception {
    Trace shallow = request.callCounts().maxDepth(2).execute();
    assertThat(shallow.count("Left.next")).as("not the one inside a constructor").isEqualTo(4);
    Trace deeper = request.callCounts().maxDepth(3).execute();
    assertThat(deeper.count("Left.next")).isEqualTo(5);
    assertThat(deeper.count("Left.inner")).as("not the one inside a constructor").isEqualTo(4);
  }
}
