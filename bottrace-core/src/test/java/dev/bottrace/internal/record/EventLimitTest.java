package dev.bottrace.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.trace.CallCount;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventLimitTest {
  /** What {@code twoCalls} has as events. */
  private static final List<String> ALL = List.of("+m0", "+m1", "-m1", "-m0");

  private static void twoCalls(RecorderFixture fixture) {
    var sink = fixture.recorder.current(0);
    sink.enter(0);
    int outer = sink.depth;
    sink.enter(1);
    sink.exit(sink.depth);
    sink.exit(outer);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void stops_after_exactly_max_events(int limit) {
    var fixture = new RecorderFixture(RecorderFixture.calls().withMaxEvents(limit), 2);
    twoCalls(fixture);
    assertThat(fixture.events()).isEqualTo(ALL.subList(0, limit));
    assertThat(fixture.told).containsExactly("limit " + limit);
  }

  @Test
  void records_all_below_max_events() {
    var fixture = new RecorderFixture(RecorderFixture.calls().withMaxEvents(5), 2);
    twoCalls(fixture);
    assertThat(fixture.events()).isEqualTo(ALL);
    assertThat(fixture.told).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 999, 1000, 1001, 100_000, 159_999, 160_000})
  void stops_after_exactly_max_events_of_many_threads(long limit) throws Exception {
    var fixture = new RecorderFixture(RecorderFixture.calls().withMaxEvents(limit), 1);
    RecorderFixture.inThreads(
        8,
        index -> {
          for (int i = 0; i < 10_000; i++) {
            fixture.call(0);
          }
        });
    assertThat(fixture.events()).hasSize((int) limit);
    assertThat(fixture.told).containsExactly("limit " + limit);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 30_000, 79_999, 80_000})
  void counts_exactly_max_events_calls_of_many_threads(long limit) throws Exception {
    var fixture = new RecorderFixture(RecorderFixture.counts().withMaxEvents(limit), 3);
    RecorderFixture.inThreads(
        8,
        index -> {
          for (int i = 0; i < 10_000; i++) {
            fixture.recorder.count(i % 3);
          }
        });
    fixture.recorder.finish();
    assertThat(fixture.recorder.callCounts().stream().mapToLong(CallCount::count).sum())
        .isEqualTo(limit);
    assertThat(fixture.told).containsExactly("limit " + limit);
  }

  @Test
  void says_nothing_where_fewer_calls_are_counted_than_the_limit() {
    var fixture = new RecorderFixture(RecorderFixture.counts().withMaxEvents(2), 1);
    fixture.recorder.count(0);
    fixture.recorder.finish();
    assertThat(fixture.recorder.callCounts()).extracting(CallCount::count).containsExactly(1L);
    assertThat(fixture.told).isEmpty();
  }

  @Test
  void counts_only_the_calls_among_the_recorded_events() {
    var fixture = new RecorderFixture(RecorderFixture.calls().withCallCounts().withMaxEvents(3), 2);
    twoCalls(fixture);
    twoCalls(fixture);
    fixture.recorder.finish();
    assertThat(fixture.recorder.callCounts()).extracting(CallCount::count).containsExactly(1L, 1L);
  }

  @Test
  void does_not_wait_for_a_full_ring_to_say_that_the_limit_is_reached() {
    var fixture = new RecorderFixture(RecorderFixture.calls().withMaxEvents(20), 1);
    for (int i = 0; i < 20; i++) {
      fixture.call(0);
    }
    assertThat(fixture.told).containsExactly("limit 20");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void records_the_outermost_levels_only(int levels) {
    var fixture = new RecorderFixture(RecorderFixture.calls().withMaxDepth(levels), 3);
    nested(fixture, 0);
    List<List<String>> expected =
        List.of(
            List.of("+m0", "-m0"),
            List.of("+m0", "+m1", "-m1", "-m0"),
            List.of("+m0", "+m1", "+m2", "-m2", "-m1", "-m0"));
    assertThat(fixture.events()).isEqualTo(expected.get(Math.min(levels, 3) - 1));
  }

  @Test
  void counts_the_outermost_levels_only() {
    var fixture = new RecorderFixture(RecorderFixture.counts().withMaxDepth(2), 3);
    nested(fixture, 0);
    nested(fixture, 0);
    assertThat(fixture.recorder.callCounts())
        .extracting(count -> count.method().name() + " " + count.count())
        .containsExactly("m0 2", "m1 2");
  }

  private static void nested(RecorderFixture fixture, int method) {
    var sink = fixture.recorder.current(0);
    sink.enter(method);
    int depth = sink.depth;
    if (method < 2) {
      nested(fixture, method + 1);
    }
    sink.exit(depth);
  }
}
