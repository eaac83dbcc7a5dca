package dev.bottrace.internal.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.runtime.ThreadSink;
import dev.bottrace.text.TextTraceWriter;
import dev.bottrace.trace.TraceEventSink;
import dev.bottrace.trace.TracedMethod;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Lines that are copied many at a time, next to those of events that are written one by one. */
class LineReplayTest {
  private static final int METHODS = 300;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final RecorderFixture lined =
      new RecorderFixture(RecorderFixture.calls(), METHODS, new TextTraceWriter(out));
  private final RecorderFixture kept = new RecorderFixture(RecorderFixture.calls(), METHODS);

  private String expected() throws IOException {
    kept.recorder.finish();
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    TraceEventSink writer = new TextTraceWriter(text);
    kept.log.replay(writer);
    writer.finish();
    return text.toString(UTF_8);
  }

  private String written() {
    lined.recorder.finish();
    return out.toString(UTF_8);
  }

  /** Nests at random, with exceptions, up to a depth; the same on each of the two recorders. */
  private static void events(RecorderFixture fixture, int seed, int count) {
    ThreadSink sink = fixture.recorder.current(0);
    Random random = new Random(seed);
    for (int i = 0; i < count; i++) {
      if (sink.depth < 100 && (sink.depth == 0 || random.nextBoolean())) {
        sink.enter(random.nextInt(METHODS));
      } else if (random.nextInt(50) == 0) {
        sink.exitThrowing(sink.depth, new IOException());
      } else {
        sink.exit(sink.depth);
      }
    }
  }

  @Test
  void writes_what_would_be_written_one_by_one() throws IOException {
    for (RecorderFixture fixture : List.of(lined, kept)) {
      fixture.recorder.mainThread(Thread.currentThread());
      events(fixture, 1, 500_000);
    }
    assertThat(written()).isEqualTo(expected());
  }

  @Test
  void adds_the_names_of_other_threads() throws Exception {
    for (RecorderFixture fixture : List.of(lined, kept)) {
      fixture.recorder.mainThread(Thread.currentThread());
      for (int seed = 0; seed < 3; seed++) {
        events(fixture, seed, 20_000);
        int own = seed;
        RecorderFixture.inThreads(1, index -> events(fixture, own, 20_000));
      }
    }
    assertThat(written()).isEqualTo(expected()).contains("[thread-0]");
  }

  @Test
  void takes_lines_that_are_longer_than_the_buffer() throws IOException {
    TracedMethod wordy =
        new TracedMethod(0, "Wordy", "m".repeat(30_000), "()V", "com/acme/Wordy.java", 1);
    for (RecorderFixture fixture : List.of(lined, kept)) {
      int id = fixture.symbols.define(List.of(wordy, wordy));
      for (int i = 0; i < 100; i++) {
        fixture.call(i % 2 == 0 ? id : i);
      }
    }
    assertThat(written()).isEqualTo(expected()).hasSizeGreaterThan(1 << 20);
  }

  @Test
  void goes_on_where_another_thread_comes_between_calls_of_the_outermost_level() throws Exception {
    lined.recorder.mainThread(Thread.currentThread());
    int calls = 50_000;
    RecorderFixture.inThreads(
        2,
        index -> {
          for (int i = 0; i < calls; i++) {
            lined.call(index);
          }
        });
    assertThat(written().lines())
        .hasSize(4 * calls)
        .filteredOn(line -> line.startsWith("CALL T.m1 ") && line.endsWith(" [thread-1]"))
        .hasSize(calls);
  }
}
