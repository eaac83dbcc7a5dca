package dev.bottrace.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.trace.Argument;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.TraceEventSink;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTraceWriterTest {
  private static final TracedThread MAIN = new TracedThread(0, "main", true);
  private static final TracedThread POOL = new TracedThread(1, "pool-1-thread-1", false);
  private static final TracedMethod APP = method(0, "App", "main", "App.java", 10);
  private static final TracedMethod RUN =
      method(1, "com.acme.Outer$Worker", "run", "com/acme/Outer.java", 15);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final TextTraceWriter writer = new TextTraceWriter(out);

  private static TracedMethod method(int id, String type, String name, String file, int line) {
    return new TracedMethod(id, type, name, "()V", file, line);
  }

  private String text() throws IOException {
    writer.flush();
    return out.toString(UTF_8);
  }

  @Test
  void writes_calls_and_returns() throws IOException {
    writer.call(APP, MAIN, 1, List.of());
    writer.call(RUN, POOL, 1, List.of());
    writer.returned(RUN, POOL, 1, "java.io.IOException", null);
    writer.call(RUN, MAIN, 2, List.of());
    writer.returned(RUN, MAIN, 2, null, null);
    writer.returned(APP, MAIN, 1, TraceEventSink.ENDED, null);
    assertThat(text())
        .isEqualTo(
            """
            CALL App.main App.java:10
            CALL Outer$Worker.run com/acme/Outer.java:15 [pool-1-thread-1]
            RETURN Outer$Worker.run [pool-1-thread-1] !java.io.IOException
            CALL Outer$Worker.run com/acme/Outer.java:15
            RETURN Outer$Worker.run
            RETURN App.main !exit
            """);
  }

  @Test
  void writes_values_between_thread_and_exception() throws IOException {
    List<Argument> arguments =
        List.of(new Argument("path", "\"/etc/x\""), new Argument("retries", "3"));
    writer.call(RUN, POOL, 1, arguments);
    writer.returned(RUN, POOL, 1, null, "Config{path=\"/etc/x\"}");
    writer.call(APP, MAIN, 1, List.of(new Argument("a\n", "\udfff")));
    writer.returned(APP, MAIN, 1, "E", "null");
    assertThat(text())
        .isEqualTo(
            """
            CALL Outer$Worker.run com/acme/Outer.java:15 [pool-1-thread-1] (path="/etc/x", retries=3)
            RETURN Outer$Worker.run [pool-1-thread-1] = Config{path="/etc/x"}
            CALL App.main App.java:10 (a\\u000a=\\udfff)
            RETURN App.main = null !E
            """);
  }

  @Test
  void writes_names_as_the_jvm_does() throws IOException {
    writer.call(method(2, "com.acme.Core", "<init>", "com/acme/Core.java", 3), MAIN, 1, List.of());
    writer.call(
        method(3, "com.acme.Core", "<clinit>", "com/acme/Core.java", 1), MAIN, 2, List.of());
    writer.call(method(4, "App", "lambda$main$0", "App.class", 0), MAIN, 3, List.of());
    assertThat(text())
        .isEqualTo(
            """
            CALL Core.<init> com/acme/Core.java:3
            CALL Core.<clinit> com/acme/Core.java:1
            CALL App.lambda$main$0 App.class:0
            """);
  }

  @Test
  void writes_utf_8() throws IOException {
    writer.call(method(2, "Größe", "naïve_方法", "Größe.java", 1), MAIN, 1, List.of());
    writer.returned(
        method(2, "Größe", "naïve_方法", "Größe.java", 1),
        new TracedThread(5, "🧵", false),
        1,
        "Ä",
        null);
    assertThat(text())
        .isEqualTo("CALL Größe.naïve_方法 Größe.java:1\nRETURN Größe.naïve_方法 [🧵] !Ä\n");
  }

  @Test
  void a_name_does_not_end_a_line() throws IOException {
    writer.call(APP, new TracedThread(1, "a\nCALL b\r\u001b[31m\u0085", false), 1, List.of());
    assertThat(text())
        .isEqualTo("CALL App.main App.java:10 [a\\u000aCALL b\\u000d\\u001b[31m\\u0085]\n");
  }

  @Test
  void writes_nothing_before_it_is_flushed_and_whole_lines_then() throws IOException {
    writer.call(APP, MAIN, 1, List.of());
    assertThat(out.size()).isZero();
    for (int i = 0; i < 100_000; i++) {
      writer.call(RUN, POOL, 1, List.of());
      writer.returned(RUN, POOL, 1, null, null);
      assertThat(out.size() == 0 || endsWithNewline()).isTrue();
    }
    assertThat(text().lines()).hasSize(200_001);
  }

  private boolean endsWithNewline() {
    // toByteArray copies, so only look when something was written
    boolean changed = out.size() != lastSize;
    lastSize = out.size();
    byte[] bytes = changed ? out.toByteArray() : new byte[] {'\n'};
    return bytes[bytes.length - 1] == '\n';
  }

  private int lastSize;

  @Test
  void writes_counts_in_columns() throws IOException {
    TextTraceWriter summary = new TextTraceWriter(out, 10);
    summary.counts(
        List.of(
            new CallCount(RUN, 100), new CallCount(APP, 1), new CallCount(APP, 12_345_678_901L)));
    summary.flush();
    assertThat(out.toString(UTF_8))
        .isEqualTo(
            """
            Call Counts (Top 10):
                    100 calls to Outer$Worker.run (com/acme/Outer.java:15)
                      1 calls to App.main (App.java:10)
            12345678901 calls to App.main (App.java:10)
            """);
  }

  @Test
  void writes_as_many_counts_as_asked_for() throws IOException {
    List<CallCount> counts = List.of(new CallCount(RUN, 3), new CallCount(APP, 2));
    for (int top : new int[] {1, 0, 2, 3}) {
      TextTraceWriter summary = new TextTraceWriter(out, top);
      summary.counts(counts);
      summary.flush();
    }
    assertThat(out.toString(UTF_8).lines().map(line -> line.replaceFirst(" \\(c?.*java.*", "")))
        .containsExactly(
            "Call Counts (Top 1):",
            "          3 calls to Outer$Worker.run",
            "Call Counts:",
            "          3 calls to Outer$Worker.run",
            "          2 calls to App.main",
            "Call Counts (Top 2):",
            "          3 calls to Outer$Worker.run",
            "          2 calls to App.main",
            "Call Counts (Top 3):",
            "          3 calls to Outer$Worker.run",
            "          2 calls to App.main");
  }

  @Test
  void ties_stand_in_the_order_of_name_and_line() {
    List<CallCount> counts = new ArrayList<>();
    counts.add(new CallCount(method(0, "b.B", "m", "b/B.java", 1), 5));
    counts.add(new CallCount(method(1, "a.Z", "m", "a/Z.java", 1), 5));
    counts.add(new CallCount(method(2, "c.B", "a", "c/B.java", 9), 5));
    counts.add(new CallCount(method(3, "c.B", "a", "c/B.java", 10), 5));
    counts.add(new CallCount(method(4, "c.X", "x", "c/X.java", 1), 6));
    counts.sort(null);
    assertThat(counts)
        .extracting(count -> count.method().toString())
        .containsExactly(
            "X.x c/X.java:1",
            "B.a c/B.java:9",
            "B.a c/B.java:10",
            "B.m b/B.java:1",
            "Z.m a/Z.java:1");
  }
}
