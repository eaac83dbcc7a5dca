package dev.bottrace.internal.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.TraceRequest;
import dev.bottrace.internal.instrument.TargetRun.Traced;
import dev.bottrace.trace.TraceEvent;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs each target with its calls of the JDK. */
class CallsToTargetTest {
  private static final Path GOLDEN = Targets.SOURCES.resolve("CallSitesTarget.across");
  private static final Path ACTUAL = Path.of("target/traces/CallSitesTarget.across");

  private static final Map<String, UnaryOperator<TraceRequest>> OPTIONS =
      Map.of(
          "calls", TraceRequest::calls,
          "values", request -> request.calls().args().returns(),
          "variables", request -> request.calls().args().breakpoint("Target.java:1").locals(),
          "counts", TraceRequest::callCounts,
          "depth", request -> request.calls().callCounts().maxDepth(2));

  static List<Arguments> targets() {
    return Targets.names().stream()
        .flatMap(target -> OPTIONS.keySet().stream().map(options -> Arguments.of(target, options)))
        .toList();
  }

  private static Traced traced(String target, String options) throws Exception {
    return Traced.of(target, request -> OPTIONS.get(options).apply(request).callsTo("java"));
  }

  @Test
  void calls_in_each_form_leave_their_golden_trace() throws Exception {
    String actual = Traced.of("CallSitesTarget", CallsToTargetTest::reviewable).text();
    Files.createDirectories(ACTUAL.getParent());
    Files.writeString(ACTUAL, actual);
    if (Boolean.getBoolean("bottrace.golden.write")) {
      Files.writeString(GOLDEN, actual);
    }
    assertThat(GOLDEN).describedAs("%s, differs from %s", GOLDEN, ACTUAL).hasContent(actual);
  }

  private static TraceRequest reviewable(TraceRequest request) {
    return request
        .calls()
        .args()
        .returns()
        .callsTo("java.io")
        .callsTo("java.util")
        .callsTo("java.lang.Integer")
        .callsTo("java.lang.Comparable")
        .callsTo("java.lang.invoke");
  }

  @ParameterizedTest
  @MethodSource("targets")
  void a_target_runs_as_under_java(String target, String options) throws Exception {
    Traced traced = traced(target, options);

    assertThat(TargetRun.of(traced.trace(), traced.out())).isEqualTo(TargetRun.plain(target));
    assertThat(traced.trace().notices()).isEmpty();
    if (!options.equals("counts")) {
      assertNests(traced.trace().events());
    }
  }

  private static void assertNests(List<TraceEvent> events) {
    Map<TracedThread, Deque<TracedMethod>> open = new HashMap<>();
    for (TraceEvent event : events) {
      Deque<TracedMethod> calls = open.computeIfAbsent(event.thread(), t -> new ArrayDeque<>());
      if (event instanceof TraceEvent.Call) {
        calls.push(event.method());
      }
      assertThat(calls).hasSize(event.depth());
      assertThat(calls.peek()).isEqualTo(event.method());
      if (event instanceof TraceEvent.Return) {
        calls.pop();
      }
    }
    assertThat(open.values()).allMatch(Deque::isEmpty);
  }
}
