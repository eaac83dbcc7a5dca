package dev.bottrace.compact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.trace.CallTree;
import dev.bottrace.trace.CapturedValue;
import dev.bottrace.trace.TraceRecording;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read is what was written. */
class CompactRoundTripTest {
  private static final TracedThread MAIN = new TracedThread(0, "main", true);
  private static final TracedMethod RUN =
      new TracedMethod(7, "a.App", "run", "()V", "a/App.java", 9);

  private final CompactFile file;

  CompactRoundTripTest(@TempDir Path directory) {
    this.file = new CompactFile(directory);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 100, 3000})
  void prints_what_the_run_would_have_written(int events) throws IOException {
    for (int seed = 0; seed < 12; seed++) {
      RandomTrace written = new RandomTrace(seed, events);
      CompactTrace read = file.of(written::writeTo);

      assertThat(CompactFile.text(read::writeTo)).isEqualTo(CompactFile.text(written::writeTo));
      assertThat(CompactFile.json(read::writeTo)).isEqualTo(CompactFile.json(written::writeTo));
      assertThat(read.isComplete()).isTrue();
    }
  }

  @Test
  void has_the_same_call_tree_and_the_same_objects() throws IOException {
    RandomTrace written = new RandomTrace(4, 5000);
    TraceRecording live = written::writeTo;
    CompactTrace read = file.of(written::writeTo);

    CallTree expected = CallTree.of(live);
    assertThat(read.callTree().toString()).isEqualTo(expected.toString());
    assertThat(read.callTree().calls().stream().map(call -> call.method()))
        .containsExactlyElementsOf(expected.calls().stream().map(call -> call.method()).toList());
    assertThat(read.events()).hasSizeGreaterThan(5000);
    assertThat(read.callCounts()).isEqualTo(expected.callCounts());
    assertThat(read.threads()).contains(MAIN).hasSizeBetween(1, 6);
  }

  @Test
  void takes_about_two_bytes_an_event() throws IOException {
    byte[] bytes =
        CompactFile.bytes(
            sink -> {
              for (int i = 0; i < 100_000; i++) {
                sink.call(method(i % 1000), MAIN, 1, List.of());
                sink.returned(method(i % 1000), MAIN, 1, null, null);
              }
              sink.finish();
            });
    assertThat(bytes.length).isLessThan(2 * 200_000);
  }

  private static TracedMethod method(int id) {
    return new TracedMethod(id, "a.App", "run" + id, "()V", "a/App.java", id);
  }

  @Test
  void a_thing_larger_than_a_chunk_has_one_of_its_own() throws IOException {
    String large = "x\ud800".repeat(1 << 20);
    CapturedValue text = new CapturedValue.Text(large, large.length());
    CompactTrace read =
        file.of(
            sink -> {
              sink.call(RUN, MAIN, 1, List.of());
              sink.snapshot(CompactFile.snapshot(text));
              sink.returned(RUN, MAIN, 1, null, large);
              sink.finish();
            });
    assertThat(read.snapshots()).containsExactly(CompactFile.snapshot(text));
    assertThat(read.events().get(1).toString()).contains(large);
  }

  @Test
  void values_come_back_however_deep_they_are() throws IOException {
    CapturedValue nested = CapturedValue.Plain.NULL;
    for (int i = 0; i < 900; i++) {
      nested = new CapturedValue.Holder("H", nested);
    }
    CapturedValue deep = nested;
    CompactTrace read =
        file.of(
            sink -> {
              sink.snapshot(CompactFile.snapshot(deep));
              sink.finish();
            });
    assertThat(read.snapshots()).containsExactly(CompactFile.snapshot(deep));
  }
}
