package dev.bottrace.compact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bottrace.text.TextTraceWriter;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A trace is read from a stream while it is being written. */
@Timeout(60)
class FollowedTraceTest {
  private static final TracedMethod WORK =
      new TracedMethod(0, "com.acme.App", "work", "()V", "com/acme/App.java", 7);
  private static final TracedThread MAIN = new TracedThread(0, "main", true);
  private static final String CALL = "CALL App.work com/acme/App.java:7\n";
  private static final String RETURN = "RETURN App.work\n";

  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

  private boolean follow(byte[] trace) throws IOException {
    return CompactTrace.follow(
        new ByteArrayInputStream(trace), "the trace", new TextTraceWriter(shown));
  }

  private boolean follow(InputStream in) {
    try {
      return CompactTrace.follow(in, "the trace", new TextTraceWriter(shown));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String shown() {
    return shown.toString(StandardCharsets.UTF_8);
  }

  private static byte[] trace() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CompactTraceWriter writer = new CompactTraceWriter(bytes);
    writer.call(WORK, MAIN, 1, List.of());
    writer.flush();
    writer.returned(WORK, MAIN, 1, null, null);
    writer.finish();
    return bytes.toByteArray();
  }

  @Test
  void events_are_shown_before_the_next_ones_are_written() throws Exception {
    PipedInputStream in = new PipedInputStream();
    CompletableFuture<Boolean> whole;
    try (PipedOutputStream out = new PipedOutputStream(in)) {
      whole = CompletableFuture.supplyAsync(() -> follow(in));
      CompactTraceWriter writer = new CompactTraceWriter(out);
      writer.call(WORK, MAIN, 1, List.of());
      writer.flush();
      while (!shown().equals(CALL)) {
        Thread.sleep(5);
      }
      writer.returned(WORK, MAIN, 1, null, null);
      writer.finish();
    }
    assertThat(whole.get()).isTrue();
    assertThat(shown()).isEqualTo(CALL + RETURN);
  }

  @Test
  void a_trace_that_is_cut_off_is_not_whole() throws Exception {
    byte[] trace = trace();
    assertThat(follow(Arrays.copyOf(trace, trace.length - 1))).isFalse();
    assertThat(shown()).isEqualTo(CALL);
    assertThat(follow(new byte[0])).isFalse();
  }

  @Test
  void what_came_before_something_else_is_shown() throws Exception {
    byte[] trace = trace();
    trace[trace.length - 1] ^= 1;
    assertThatExceptionOfType(CompactTraceException.class)
        .isThrownBy(() -> follow(trace))
        .withMessageStartingWith("the trace is damaged after byte ");
    assertThat(shown()).isEqualTo(CALL);
  }
}
