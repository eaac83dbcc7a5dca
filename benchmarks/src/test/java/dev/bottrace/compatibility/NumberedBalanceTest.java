package dev.bottrace.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.compact.CompactTraceWriter;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumberedBalanceTest {
  private static final TracedMethod A = new TracedMethod(0, "App", "a", "()V", "App.java", 1);
  private static final TracedMethod B = new TracedMethod(1, "App", "b", "()V", "App.java", 2);
  private static final TracedThread ONE = new TracedThread(0, "worker", false);
  private static final TracedThread OTHER = new TracedThread(1, "worker", false);

  @TempDir Path directory;

  @Test
  void calls_of_two_threads_of_one_name_may_cross() throws IOException {
    NumberedBalance balance = crossing(OTHER);

    assertThat(balance.faults()).isEmpty();
    assertThat(balance.isOfSharedName("not the innermost call: RETURN App.a [worker]")).isTrue();
    assertThat(balance.isOfSharedName("not the innermost call: RETURN App.a [main]")).isFalse();
  }

  @Test
  void calls_of_one_thread_may_not() throws IOException {
    NumberedBalance balance = crossing(ONE);

    assertThat(balance.faults()).isNotEmpty();
    assertThat(balance.isOfSharedName("not the innermost call: RETURN App.a [worker]")).isFalse();
  }

  /** The first call ends before the second, which has begun meanwhile. */
  private NumberedBalance crossing(TracedThread second) throws IOException {
    Path trace = directory.resolve("trace.bt");
    try (OutputStream out = Files.newOutputStream(trace)) {
      CompactTraceWriter writer = new CompactTraceWriter(out);
      writer.call(A, ONE, 1, List.of());
      writer.call(B, second, second == ONE ? 2 : 1, List.of());
      writer.returned(A, ONE, 1, null, null);
      writer.returned(B, second, second == ONE ? 2 : 1, null, null);
      writer.finish();
    }
    return NumberedBalance.of(trace);
  }
}
