package dev.bottrace.internal.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.internal.instrument.TargetRun.Traced;
import dev.bottrace.trace.TraceEvent;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs each target with and without tracing. {@code -Dbottrace.golden.write=true} takes what is
 * traced for right, and writes it down.
 */
class TargetTraceTest {
  private static final Path ACTUAL = Path.of("target/traces");

  static List<String> targets() {
    return Targets.names();
  }

  @ParameterizedTest
  @MethodSource("targets")
  void a_target_leaves_its_golden_trace(String target) throws Exception {
    String actual = Traced.of(target).text();
    Path golden = Targets.SOURCES.resolve(target + ".trace");
    if (Boolean.getBoolean("bottrace.golden.write")) {
      Files.writeString(golden, actual);
    }
    if (!Files.exists(golden) || !Files.readString(golden).equals(actual)) {
      writeActual(target, actual);
    }
    assertThat(golden)
        .describedAs("%s, differs from %s", golden, ACTUAL.resolve(target + ".trace"))
        .hasContent(actual);
  }

  private static void writeActual(String target, String actual) throws IOException {
    Files.createDirectories(ACTUAL);
    Files.writeString(ACTUAL.resolve(target + ".trace"), actual);
  }

  @Test
  void every_golden_trace_has_a_target() {
    assertThat(Targets.names()).containsAll(Targets.traces());
  }

  @ParameterizedTest
  @MethodSource("targets")
  void a_target_runs_as_under_java(String target) throws Exception {
    Traced traced = Traced.of(target);

    assertThat(TargetRun.of(traced.trace(), traced.out())).isEqualTo(TargetRun.plain(target));
    assertThat(traced.trace().notices()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("targets")
  void every_call_has_one_return_and_calls_nest(String target) throws Exception {
    Map<TracedThread, Deque<TracedMethod>> open = new HashMap<>();
    for (TraceEvent event : Traced.of(target).trace().events()) {
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
    assertThat(open.values()).isNotEmpty().allMatch(Deque::isEmpty);
  }
}
