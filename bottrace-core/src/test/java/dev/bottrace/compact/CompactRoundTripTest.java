package dev.bottrace.compact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.CallTree;
import dev.bottrace.trace.CapturedValue;
import dev.bottrace.trace.TraceEvent;
import dev.bottrace.trace.TraceRecording;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
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
  void a_file_with_counts_alone_answers_how_often_and_refuses_the_rest() throws IOException {
    CompactTrace read =
        file.of(
            sink -> {
              sink.counts(List.of(new CallCount(RUN, 3)));
              sink.finish();
            });
    assertThat(read.count("App.run")).isEqualTo(3);
    assertThat(read.called("App.stop")).isFalse();
    assertThatThrownBy(() -> read.calls("App.run"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("calls and returns were not recorded: add .calls() to the request");
  }

  @Test
  void events_that_are_equal_are_one_object() throws IOException {
    CompactTrace read =
        file.of(
            sink -> {
              for (int i = 0; i < 3; i++) {
                sink.call(RUN, MAIN, 1, List.of());
                sink.returned(RUN, MAIN, 1, i == 2 ? "java.E" : null, null);
              }
              sink.finish();
            });
    List<TraceEvent> events = read.events();
    assertThat(events.get(2)).isSameAs(events.get(0));
    assertThat(events.get(3)).isSameAs(events.get(1));
    assertThat(events.get(5)).isEqualTo(new TraceEvent.Return(RUN, MAIN, 1, "java.E", null));
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

  @Test
  void is_what_the_documentation_says() throws IOException {
    TracedMethod main =
        new TracedMethod(0, "Hello", "main", "([Ljava/lang/String;)V", "Hello.java", 9);
    TracedMethod greet = new TracedMethod(1, "Hello", "greet", "()V", "Hello.java", 18);
    byte[] written =
        CompactFile.bytes(
            sink -> {
              sink.call(main, MAIN, 1, List.of());
              sink.call(greet, MAIN, 2, List.of());
              sink.returned(greet, MAIN, 2, "java.E", null);
              sink.returned(main, MAIN, 1, null, null);
              sink.finish();
            });
    assertThat(Arrays.copyOfRange(written, 21, written.length)).isEqualTo(documented());
  }

  /** Bytes and texts, with what they mean after two spaces or more. */
  private static byte[] documented() throws IOException {
    String page = Files.readString(Path.of("../docs/trace-format.md"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    page.substring(page.indexOf("## Example"))
        .lines()
        .filter(line -> line.startsWith("    "))
        .map(line -> line.strip().split(" {2,}", 2)[0])
        .flatMap(line -> Stream.of(line.split(" ", -1)))
        .forEach(
            token ->
                bytes.writeBytes(
                    token.matches("[0-9a-f]{2}")
                        ? HexFormat.of().parseHex(token)
                        : token.getBytes(UTF_8)));
    return bytes.toByteArray();
  }
}
