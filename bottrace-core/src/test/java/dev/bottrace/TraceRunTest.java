package dev.bottrace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.bottrace.text.TextTraceWriter;
import dev.bottrace.trace.Call;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.Trace;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import dev.bottrace.trace.target.CountsTarget;
import dev.bottrace.trace.target.PoolTarget;
import dev.bottrace.trace.target.RecursionTarget;
import dev.bottrace.trace.target.TokenTarget;
import dev.bottrace.trace.target.TreeTarget;
import dev.bottrace.trace.target.ValuesTarget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whole runs: the trace holds what happened, all of it, and nothing else. */
@Timeout(120)
class TraceRunTest {
  @Test
  void two_threads_that_hand_over_a_token_stand_in_the_order_of_its_hand_overs() throws Exception {
    Trace trace = Tracer.run(TokenTarget.class, "100000").calls().execute();
    List<String> turns =
        trace.callTree().calls().stream()
            .map(call -> call.method().name())
            .filter(name -> name.equals("ping") || name.equals("pong"))
            .toList();
    assertThat(turns).hasSize(100_000);
    for (int i = 0; i < turns.size(); i++) {
      if (!turns.get(i).equals(i % 2 == 0 ? "ping" : "pong")) {
        assertThat(turns.get(i)).as("hand-over %d", i).isNull();
      }
    }
  }

  @Test
  void counts_of_many_threads_are_exact() throws Exception {
    Trace trace = Tracer.run(CountsTarget.class, "50", "2000").callCounts().execute();
    assertThat(byName(trace))
        .containsEntry("CountsTarget.step", 100_000L)
        .containsEntry("CountsTarget.inner", 100_000L)
        .containsEntry("CountsTarget.work", 50L)
        .containsEntry("CountsTarget.main", 1L);
  }

  @Test
  void counts_of_virtual_threads_are_exact() throws Exception {
    assumeThat(Runtime.version().feature()).isGreaterThanOrEqualTo(21);
    Trace trace = Tracer.run(CountsTarget.class, "10000", "10", "virtual").callCounts().execute();
    assertThat(byName(trace))
        .containsEntry("CountsTarget.inner", 100_000L)
        .containsEntry("CountsTarget.work", 10_000L);
  }

  @Test
  void calls_of_virtual_threads_bear_their_number() throws Exception {
    assumeThat(Runtime.version().feature()).isGreaterThanOrEqualTo(21);
    Trace trace = Tracer.run(CountsTarget.class, "1000", "5", "virtual").calls().execute();
    assertThat(trace.calls("CountsTarget.inner")).hasSize(5000);
    assertThat(trace.threads()).hasSize(1001);
    assertThat(trace.threads().subList(1, 4))
        .extracting(TracedThread::name)
        .containsExactly("virtual-1", "virtual-2", "virtual-3");
  }

  @Test
  void calls_and_counts_of_one_run_agree() throws Exception {
    Trace trace = Tracer.run(CountsTarget.class, "4", "1000").calls().callCounts().execute();
    assertThat(trace.callCounts())
        .allSatisfy(
            count ->
                assertThat(trace.calls(count.method().displayName()))
                    .hasSize(Math.toIntExact(count.count())));
  }

  @Test
  void threads_that_lose_their_thread_locals_keep_their_events() throws Exception {
    Trace trace = Tracer.run(PoolTarget.class).calls().execute();
    assertThat(trace.calls("PoolTarget.step"))
        .hasSize(1000)
        .allMatch(call -> call.caller().orElseThrow().method().name().equals("task"));
    assertThat(byName(Tracer.run(PoolTarget.class).callCounts().execute()))
        .containsEntry("PoolTarget.step", 1000L);
  }

  private static Map<String, Long> byName(Trace trace) {
    Map<String, Long> counts = new HashMap<>();
    trace.callCounts().forEach(c -> counts.merge(c.method().displayName(), c.count(), Long::sum));
    return counts;
  }

  @RepeatedTest(3)
  void a_trace_is_balanced_and_nested_after_the_stack_overflowed() throws Exception {
    Trace trace = Tracer.run(RecursionTarget.class).calls().maxEvents(3_000_000).execute();
    assertThat(trace.notices()).noneMatch(notice -> notice.contains("recording stopped"));
    assertThat(trace.termination().uncaught()).isNull();
    Nesting nesting = new Nesting();
    trace.replay(nesting);
    assertThat(nesting.returns).isPositive();
    if (trace.notices().isEmpty()) {
      assertThat(nesting.open).allSatisfy((thread, open) -> assertThat(open).isEmpty());
      assertThat(trace.calls("RecursionTarget.recovered"))
          .hasSize(21)
          .allMatch(call -> call.caller().orElseThrow().method().name().equals("run"));
    }
  }

  @Test
  void several_runs_at_the_same_time_do_not_mix() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<Trace>> runs = new ArrayList<>();
      for (String which : List.of("a", "b", "c", "d")) {
        runs.add(pool.submit(() -> values(which)));
      }
      for (int i = 0; i < 4; i++) {
        String which = "abcd".substring(i, i + 1);
        assertOnly(which, runs.get(i).get());
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void several_runs_one_after_the_other_do_not_mix() throws Exception {
    for (String which : List.of("a", "b", "a")) {
      assertOnly(which, values(which));
    }
  }

  private static Trace values(String which) throws Exception {
    return Tracer.run(ValuesTarget.class, which, "20000").calls().execute();
  }

  private static void assertOnly(String which, Trace trace) {
    assertThat(byName(trace))
        .containsEntry("ValuesTarget." + which, 60_000L)
        .containsEntry("ValuesTarget.call", 3L)
        .doesNotContainKeys(
            List.of("a", "b", "c", "d").stream()
                .filter(other -> !other.equals(which))
                .map(other -> "ValuesTarget." + other)
                .toArray(String[]::new));
    assertThat(trace.threads())
        .extracting(TracedThread::name)
        .containsExactlyInAnyOrder("main", which + "-0", which + "-1");
  }

  @Test
  void two_runs_of_a_deterministic_program_give_the_same_text() throws Exception {
    TraceRequest request = Tracer.run(TreeTarget.class).calls().callCounts();
    assertThat(text(request.execute())).isNotEmpty().isEqualTo(text(request.execute()));
  }

  private static String text(Trace trace) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    trace.writeTo(new TextTraceWriter(out));
    return out.toString(UTF_8);
  }

  @Test
  void a_trace_answers_who_called_whom() throws Exception {
    Trace trace = Tracer.run(TreeTarget.class).calls().execute();
    assertThat(trace.calls("TreeTarget.place")).hasSize(2);
    assertThat(trace.calls("dev.bottrace.trace.target.TreeTarget.place")).hasSize(2);
    assertThat(trace.calls("TreeTarget.nowhere")).isEmpty();
    assertThat(trace.callers("TreeTarget.check"))
        .extracting(TracedMethod::displayName)
        .startsWith("TreeTarget.place", "TreeTarget.main");
    assertThat(trace.callees("TreeTarget.place"))
        .extracting(TracedMethod::displayName)
        .containsExactly("TreeTarget.check", "TreeTarget$Item.<init>", "TreeTarget$Item.check");
    assertThat(trace.callees("TreeTarget.check")).isEmpty();
    assertThat(trace.callTree().roots())
        .extracting(call -> call.thread().name())
        .containsExactly("main", "worker");
    assertThat(trace.filesTouched()).containsExactly("dev/bottrace/trace/target/TreeTarget.java");
  }

  @Test
  void a_call_knows_its_place_in_the_trace() throws Exception {
    Trace trace = Tracer.run(TreeTarget.class).calls().execute();
    Call main = trace.calls("TreeTarget.main").get(0);
    Call fail = trace.calls("TreeTarget.fail").get(0);
    assertThat(main.depth()).isEqualTo(1);
    assertThat(main.caller()).isEmpty();
    assertThat(main.ended()).isTrue();
    assertThat(main.thrown()).isEmpty();
    assertThat(main.thread().main()).isTrue();
    assertThat(fail.depth()).isEqualTo(2);
    assertThat(fail.caller()).contains(main);
    assertThat(fail.thrown()).contains("java.io.IOException");
    assertThat(fail.ended()).isTrue();
    assertThat(main.callees()).contains(fail);
    assertThat(fail).isEqualTo(trace.calls("TreeTarget.fail").get(0)).isNotEqualTo(main);
  }

  @Test
  void counts_stand_in_the_order_of_number_and_name() throws Exception {
    Trace trace = Tracer.run(TreeTarget.class).calls().execute();
    assertThat(trace.callCounts()).isSorted();
    assertThat(trace.callCounts().get(0).count()).isGreaterThanOrEqualTo(3);
    assertThat(trace.callCounts()).extracting(CallCount::count).endsWith(1L);
    assertThat(Tracer.run(TreeTarget.class).callCounts().execute().callCounts())
        .extracting(count -> count.method().displayName() + " " + count.count())
        .isEqualTo(
            trace.callCounts().stream()
                .map(count -> count.method().displayName() + " " + count.count())
                .toList());
  }

  @Test
  void without_an_option_nothing_is_recorded() throws Exception {
    Trace trace = Tracer.run(TreeTarget.class).execute();
    assertThat(text(trace)).isEmpty();
    assertThat(trace.threads()).isEmpty();
    assertThat(trace.notices()).isEmpty();
    assertThat(trace.exitCode()).isZero();
  }

  @Test
  void the_outermost_levels_alone_are_recorded() throws Exception {
    Trace trace = Tracer.run(TreeTarget.class).calls().maxDepth(1).execute();
    assertThat(trace.callTree().calls()).allMatch(call -> call.depth() == 1);
    assertThat(trace.calls("TreeTarget.main")).hasSize(1);
    assertThat(trace.calls("TreeTarget.fail")).isEmpty();
  }

  @Test
  void recording_stops_after_max_events_and_the_program_goes_on() throws Exception {
    Trace trace = Tracer.run(TreeTarget.class).calls().maxEvents(5).execute();
    assertThat(trace.events()).hasSize(5);
    assertThat(trace.notices()).containsExactly("MAX_EVENTS reached (5)");
    assertThat(trace.calls("TreeTarget.main").get(0).ended()).isFalse();
    assertThat(trace.exitCode()).isZero();
  }
}
