package dev.bottrace.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Why what is not there may have happened all the same. */
class MissingCallsTest {
  private static final MethodPattern PLACE = MethodPattern.of("Orders.place");

  private static MissingCalls because(String stopped, String shallow, String dropped) {
    return new MissingCalls(List.of(), List.of(), stopped, shallow, dropped);
  }

  private static Optional<String> events(MissingCalls missing) {
    return missing.of(PLACE, RecordedPart.CALLS);
  }

  private static Optional<String> counts(MissingCalls missing) {
    return missing.of(PLACE, RecordedPart.CALL_COUNTS);
  }

  @Test
  void none_is_missing_unless_there_is_a_reason() {
    assertThat(events(MissingCalls.NONE)).isEmpty();
    assertThat(counts(MissingCalls.NONE)).isEmpty();
    assertThat(MissingCalls.NONE.anywhere()).isEmpty();
  }

  @Test
  void a_recording_that_stopped_lacks_events_and_counts() {
    MissingCalls missing = because("it stopped", "", "");
    assertThat(events(missing)).contains("it stopped");
    assertThat(counts(missing)).contains("it stopped");
    assertThat(missing.anywhere()).contains("it stopped");
  }

  @Test
  void levels_that_were_left_out_are_no_surprise() {
    MissingCalls missing = because("", "it is shallow", "");
    assertThat(events(missing)).contains("it is shallow");
    assertThat(counts(missing)).contains("it is shallow");
    assertThat(missing.anywhere()).isEmpty();
  }

  @Test
  void events_that_were_dropped_are_counted() {
    MissingCalls missing = because("", "", "some were dropped");
    assertThat(events(missing)).contains("some were dropped, or add callCounts()");
    assertThat(counts(missing)).isEmpty();
    assertThat(missing.anywhere()).contains("some were dropped");
  }

  @Test
  void a_class_that_was_not_recorded_may_have_what_a_pattern_names() {
    MissingCalls missing =
        new MissingCalls(List.of("a.Orders", "a.Prices"), List.of("a.OrdersTest"), "", "", "");
    assertThat(events(missing)).contains("a.Orders was not recorded: see the notices of the trace");
    assertThat(missing.of(MethodPattern.of("OrdersTest.*"), RecordedPart.CALLS))
        .contains("a.OrdersTest was not recorded: see the notices of the trace");
    assertThat(missing.of(MethodPattern.of("Mail.send"), RecordedPart.CALLS)).isEmpty();
    assertThat(missing.anywhere())
        .contains(
            "a.Orders and 1 more were not recorded, for a reason that is among the notices: mend"
                + " that, or add .exclude(...) for each of them to the request");
  }

  @Test
  void the_code_that_records_is_missing_in_each_run() {
    MissingCalls missing = new MissingCalls(List.of(), List.of("a.OrdersTest"), "", "", "");
    assertThat(missing.anywhere()).isEmpty();
  }
}
