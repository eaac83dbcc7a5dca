package dev.bottrace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bottrace.host.target.Orders;
import dev.bottrace.trace.Termination;
import dev.bottrace.trace.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Blocks of code are recorded with the classes that the host has loaded. */
@Timeout(120)
class RecordTest {
  private static final String HOST = "dev.bottrace.host.target";

  private final Orders orders = new Orders();

  private static List<String> names(Trace trace) {
    return trace.callTree().calls().stream()
        .map(call -> ".".repeat(call.depth()) + call.method().name())
        .toList();
  }

  @Test
  void a_block_is_recorded_and_nothing_before_or_after_it() {
    orders.place("ink", 1);
    Trace trace = Tracer.record(() -> orders.place("pen", 2)).include(HOST).calls().execute();
    orders.place("nib", 3);
    assertThat(names(trace)).containsExactly(".place", "..check", "..save");
    assertThat(trace.termination().kind()).isEqualTo(Termination.Kind.RETURNED);
    assertThat(trace.receipts()).isEmpty();
    assertThat(trace.notices()).isEmpty();
  }

  @Test
  void an_exception_that_leaves_the_block_is_in_the_trace() {
    Trace trace = Tracer.record(() -> orders.place("pen", 0)).include(HOST).calls().execute();
    assertThat(trace.uncaught()).containsInstanceOf(IllegalArgumentException.class);
    assertThat(trace.exitCode()).isEqualTo(1);
    assertThat(trace.callTree().calls())
        .allMatch(call -> call.thrown().orElseThrow().equals("java.lang.IllegalArgumentException"));
  }

  @Test
  void an_error_leaves_the_block_and_the_classes_are_put_back() {
    AssertionError failed = new AssertionError("expected");
    assertThatThrownBy(
            () ->
                Tracer.record(
                        () -> {
                          throw failed;
                        })
                    .include(HOST)
                    .calls()
                    .execute())
        .isSameAs(failed);
  }

  @Test
  void values_of_calls_are_recorded() {
    Trace trace =
        Tracer.record(() -> orders.place("pen", 2))
            .include(HOST)
            .calls()
            .args()
            .returns()
            .execute();
    assertThat(trace.events().toString()).contains("\"pen\"", "\"pen x 2\"");
  }

  @Test
  void counts_are_seen_while_they_grow() {
    try (Recording recording = Tracer.include(HOST).callCounts().start()) {
      orders.place("pen", 1);
      assertThat(recording.snapshot().callCounts())
          .hasSize(3)
          .allMatch(count -> count.count() == 1);
      orders.place("pen", 1);
      assertThat(recording.snapshot().callCounts()).allMatch(count -> count.count() == 2);
      recording.stop();
      orders.place("pen", 1);
      assertThat(recording.stop().callCounts()).allMatch(count -> count.count() == 2);
    }
  }

  @Test
  void calls_of_the_jdk_are_recorded() {
    Trace trace =
        Tracer.record(() -> orders.placeAll(List.of("pen")))
            .include(HOST)
            .calls()
            .callsTo("java.util")
            .execute();
    assertThat(names(trace))
        .startsWith(".placeAll", "..stream", "..mapToInt", "..sum")
        .endsWith("....place", ".....check", ".....save", "......incrementAndGet");
    assertThat(trace.receipts()).isEmpty();
  }

  @Test
  void each_recording_has_the_calls_that_it_asked_for() {
    List<String> items = List.of("pen");
    try (Recording none = Tracer.include(HOST).calls().start();
        Recording streams = Tracer.include(HOST).calls().callsTo("java.util.stream").start();
        Recording lists = Tracer.include(HOST).calls().callCounts().callsTo("java.util").start();
        Recording sql = Tracer.include(HOST).callCounts().callsTo("java.sql").start()) {
      orders.placeAll(items);
      assertThat(calledFromPlaceAll(none.stop())).containsExactly("place");
      assertThat(calledFromPlaceAll(streams.stop())).containsExactly("mapToInt", "sum");
      orders.placeAll(items);
      assertThat(calledFromPlaceAll(lists.stop()))
          .containsExactly("stream", "mapToInt", "sum", "stream", "mapToInt", "sum");
      assertThat(lists.stop().count("java.util.List.stream")).isEqualTo(2);
      assertThat(sql.stop().receipts().toString())
          .contains("no call of it stands in traced code that was loaded");
    }
  }

  private static List<String> calledFromPlaceAll(Trace trace) {
    return trace.calls("Orders.placeAll").stream()
        .flatMap(call -> call.callees().stream())
        .map(call -> call.method().name())
        .map(name -> name.startsWith("lambda") ? "place" : name)
        .toList();
  }
}
