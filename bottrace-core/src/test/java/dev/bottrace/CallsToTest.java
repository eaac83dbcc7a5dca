package dev.bottrace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bottrace.assertj.TraceAssertions;
import dev.bottrace.trace.Call;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.Receipt;
import dev.bottrace.trace.Trace;
import dev.bottrace.trace.TraceEvent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls of code that is not traced, in whole runs. */
@Timeout(120)
class CallsToTest {
  private static final String TARGET = "dev.bottrace.target.CallSitesTarget";

  private static TraceRequest request() {
    return Tracer.run(TARGET).include(TARGET).captureOutput();
  }

  private static List<String> receipts(TraceRequest request) throws Exception {
    return request.execute().receipts().stream().map(Receipt::toString).toList();
  }

  private static List<String> lines(Trace trace) {
    return trace.events().stream()
        .map(event -> event.getClass().getSimpleName() + ' ' + event.method())
        .toList();
  }

  @Test
  void calls_can_be_asked_for_by_their_class() throws Exception {
    Trace trace = request().calls().callsTo("java.io.StringReader").execute();

    assertThat(trace.count("java.io.StringReader.read")).isEqualTo(3);
    Call read = trace.first("StringReader.read").orElseThrow();
    assertThat(read.caller().orElseThrow().method().name()).isEqualTo("loop");
    assertThat(read.method().file()).isEqualTo("dev/bottrace/target/CallSitesTarget.java");
    assertThat(trace.packageEdges().toString()).contains("java.io");
    assertThat(trace.receipts()).isEmpty();
  }

  @Test
  void what_nobody_asked_for_is_no_answer() throws Exception {
    Trace trace = request().calls().callsTo("java.io").execute();

    TraceAssertions.assertThat(trace).neverCalled("java.io.RandomAccessFile.*");
    assertThatThrownBy(() -> TraceAssertions.assertThat(trace).neverCalled("java.util.List.of"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(".callsTo(\"java.util.List\")");
  }

  @Test
  void each_line_is_counted_by_itself() throws Exception {
    Trace trace = request().callCounts().callsTo("java.io.OutputStream").execute();
    List<CallCount> writes =
        trace.callCounts().stream()
            .filter(count -> count.method().className().equals("java.io.OutputStream"))
            .toList();

    assertThat(writes).extracting(count -> count.method().name()).contains("write", "close");
    assertThat(writes).allMatch(count -> count.count() == 1);
  }

  @Test
  void counts_agree_with_events() throws Exception {
    Trace both = request().calls().callCounts().callsTo("java").execute();
    Trace counts = request().callCounts().callsTo("java").execute();
    long calls = both.events().stream().filter(TraceEvent.Call.class::isInstance).count();

    assertThat(both.callCounts().stream().mapToLong(CallCount::count).sum()).isEqualTo(calls);
    assertThat(named(counts)).isEqualTo(named(both));
  }

  private static List<String> named(Trace trace) {
    return trace.callCounts().stream()
        .map(count -> count.count() + " " + count.method())
        .sorted()
        .toList();
  }

  @Test
  void they_have_a_level_of_their_own() throws Exception {
    Trace trace = request().calls().maxDepth(2).callsTo("java.io").execute();

    assertThat(trace.events()).allMatch(event -> event.depth() <= 2);
    assertThat(trace.called("java.io.ByteArrayInputStream.close")).isTrue();
  }

  @Test
  void what_is_traced_is_not_recorded_twice() throws Exception {
    Trace traced = request().calls().execute();
    Trace again = request().calls().callsTo("dev.bottrace.target").execute();

    assertThat(lines(again)).isEqualTo(lines(traced));
    assertThat(again.receipts())
        .extracting(Receipt::toString)
        .containsExactly("calls-to dev.bottrace.target: what is called there is traced itself");
  }

  @Test
  void the_programs_own_code_is_told_from_libraries_without_an_include() throws Exception {
    TraceRequest own = Tracer.run(TARGET).captureOutput().calls();

    assertThat(lines(own.callsTo("dev.bottrace.target").execute())).isEqualTo(lines(own.execute()));
  }

  @Test
  void excluded_code_can_be_seen_from_outside() throws Exception {
    String counting = TARGET + "$Counting";
    Trace trace = request().exclude(counting).calls().callsTo(counting).execute();

    assertThat(trace.calls(counting + ".write")).hasSize(2);
    assertThat(trace.calls(counting + ".write")).allMatch(call -> call.callees().isEmpty());
  }

  @Test
  void each_prefix_without_a_call_is_explained() throws Exception {
    TraceRequest request = request().calls().maxDepth(1);

    assertThat(receipts(request.callsTo("java.sql").callsTo("java.io").callsTo("java.util.UUID")))
        .hasSize(3)
        .contains(
            "calls-to java.sql: no call of it stands in traced code that was loaded",
            "calls-to java.util.UUID: traced code that was loaded has method references to it,"
                + " whose calls are not seen")
        .anyMatch(
            receipt ->
                receipt.matches(
                    "calls-to java.io: \\d+ calls of it stand in traced code that was loaded,"
                        + " none was made in the levels that are recorded"));
    assertThat(receipts(request().callsTo("java.io")))
        .containsExactly("calls-to java.io: calls are neither recorded nor counted");
  }

  @Test
  void what_a_breakpoint_does_is_not_the_programs() throws Exception {
    TraceRequest request = request().calls().callsTo("java.lang.String");
    Trace stopped =
        request.breakpoint("CallSitesTarget.chosen if word.length() == 3").watch("word").execute();

    assertThat(lines(stopped)).isEqualTo(lines(request.execute()));
    assertThat(stopped.snapshots()).hasSize(2);
  }
}
