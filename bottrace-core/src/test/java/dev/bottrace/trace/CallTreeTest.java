package dev.bottrace.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bottrace.compact.CompactTrace;
import dev.bottrace.compact.CompactTraceWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The answers are those that objects of all calls would give. */
class CallTreeTest {
  private static final List<String> PATTERNS =
      List.of("Orders.save", "com.acme.db..", "*Repository*.*", "App.<init>", "..web..", "No.such");
  private static final List<String> PATHS =
      List.of(
          "Orders.save",
          "Orders.save > Repository.run",
          "Orders.* >> Repository.*",
          "com.acme.. > com.acme.. >> *.<init>",
          ".. >> .. > .. >> ..web..",
          "App.run >> App.run",
          "App.* > App.* > App.*",
          "No.such >> ..");

  private final Path file;

  CallTreeTest(@TempDir Path directory) {
    this.file = directory.resolve("trace.bt");
  }

  private CompactTrace trace(long seed, int events) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      new RandomCalls(seed, events).writeTo(new CompactTraceWriter(out));
    }
    return CompactTrace.read(file);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 20, 200, 1500})
  void calls_know_what_is_around_them(int events) throws IOException {
    for (int seed = 0; seed < 10; seed++) {
      CompactTrace trace = trace(seed, events);
      List<NaiveCall> expected = NaiveCall.of(trace.events());
      List<Call> calls = trace.callTree().calls();
      assertThat(calls).hasSameSizeAs(expected);
      for (int i = 0; i < calls.size(); i++) {
        assertSame(calls.get(i), expected.get(i), calls, expected);
      }
      assertThat(trace.callTree().roots())
          .containsExactlyElementsOf(where(calls, expected, call -> call.caller == null));
    }
  }

  private static void assertSame(
      Call call, NaiveCall expected, List<Call> calls, List<NaiveCall> naive) {
    assertThat(call.method()).isEqualTo(expected.method());
    assertThat(call.thread()).isEqualTo(expected.begin.thread());
    assertThat(call.depth()).isEqualTo(expected.begin.depth());
    assertThat(call.arguments()).isEqualTo(expected.begin.arguments());
    assertThat(call.outcome()).isEqualTo(expected.outcome());
    assertThat(call.ended()).isEqualTo(!(expected.outcome() instanceof Outcome.NotEnded));
    assertThat(call.callees())
        .containsExactlyElementsOf(where(calls, naive, expected.callees::contains));
    assertThat(call.caller().stream().toList())
        .isEqualTo(where(calls, naive, other -> other == expected.caller));
  }

  private interface Condition {
    boolean holds(NaiveCall call);
  }

  private static List<Call> where(List<Call> calls, List<NaiveCall> naive, Condition condition) {
    List<Call> found = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      if (condition.holds(naive.get(i))) {
        found.add(calls.get(i));
      }
    }
    return found;
  }

  @Test
  void calls_know_their_order() throws IOException {
    for (int seed = 0; seed < 10; seed++) {
      CompactTrace trace = trace(seed, 150);
      List<NaiveCall> naive = NaiveCall.of(trace.events());
      List<Call> calls = trace.callTree().calls();
      for (int i = 0; i < naive.size(); i++) {
        for (int j = 0; j < naive.size(); j++) {
          assertThat(calls.get(i).compareTo(calls.get(j))).isEqualTo(Integer.compare(i, j));
          assertThat(calls.get(i).endedBefore(calls.get(j)))
              .isEqualTo(naive.get(i).endsAt < naive.get(j).beginsAt);
          assertThat(calls.get(i).encloses(calls.get(j)))
              .isEqualTo(naive.get(i).isAround(naive.get(j)));
        }
      }
    }
  }

  @Test
  void patterns_find_the_calls_of_their_methods() throws IOException {
    for (int seed = 0; seed < 20; seed++) {
      CompactTrace trace = trace(seed, 400);
      List<NaiveCall> naive = NaiveCall.of(trace.events());
      for (String text : PATTERNS) {
        MethodPattern pattern = MethodPattern.of(text);
        List<Call> expected =
            where(trace.callTree().calls(), naive, call -> pattern.matches(call.method()));
        assertThat(trace.calls(text)).containsExactlyElementsOf(expected);
        assertThat(trace.count(text)).isEqualTo(expected.size());
        assertThat(trace.called(text)).isEqualTo(!expected.isEmpty());
        assertThat(trace.first(text)).isEqualTo(expected.stream().findFirst());
        assertThat(trace.last(text)).isEqualTo(expected.stream().reduce((a, b) -> b));
        assertThat(trace.callers(text)).containsExactlyElementsOf(callers(naive, pattern));
        assertThat(trace.callees(text)).containsExactlyElementsOf(callees(naive, pattern));
      }
    }
  }

  private static Set<TracedMethod> callers(List<NaiveCall> calls, MethodPattern pattern) {
    Set<TracedMethod> callers = new LinkedHashSet<>();
    calls.stream()
        .filter(call -> pattern.matches(call.method()) && call.caller != null)
        .forEach(call -> callers.add(call.caller.method()));
    return callers;
  }

  private static Set<TracedMethod> callees(List<NaiveCall> calls, MethodPattern pattern) {
    Set<TracedMethod> callees = new LinkedHashSet<>();
    calls.stream()
        .filter(call -> call.caller != null && pattern.matches(call.caller.method()))
        .forEach(call -> callees.add(call.method()));
    return callees;
  }

  @Test
  void paths_lead_to_the_same_calls_on_the_nearest_ways() throws IOException {
    for (int seed = 0; seed < 20; seed++) {
      CompactTrace trace = trace(seed, 400);
      List<Call> calls = trace.callTree().calls();
      List<NaiveCall> naive = NaiveCall.of(trace.events());
      for (String text : PATHS) {
        CallPath path = CallPath.of(text);
        List<List<Call>> expected =
            naive.stream()
                .flatMap(call -> call.way(path, path.steps().size() - 1).stream())
                .map(way -> way.stream().map(call -> calls.get(naive.indexOf(call))).toList())
                .toList();
        assertThat(trace.paths(text)).as(text).isEqualTo(expected);
        assertThat(trace.callTree().count(path)).isEqualTo(expected.size());
        assertThat(trace.callTree().calls(path))
            .isEqualTo(expected.stream().map(CallTreeTest::last).toList());
      }
    }
  }

  private static Call last(List<Call> way) {
    return way.get(way.size() - 1);
  }

  @Test
  void packages_have_edges_where_one_calls_another() throws IOException {
    for (int seed = 0; seed < 20; seed++) {
      CompactTrace trace = trace(seed, 400);
      List<Call> calls = trace.callTree().calls();
      Map<String, List<Call>> expected = new TreeMap<>();
      for (Call call : calls) {
        String to = call.method().packageName();
        call.caller()
            .map(caller -> caller.method().packageName())
            .filter(from -> !from.equals(to))
            .ifPresent(
                from ->
                    expected.computeIfAbsent(from + ' ' + to, key -> new ArrayList<>()).add(call));
      }
      List<PackageEdge> edges = trace.packageEdges();
      assertThat(edges.stream().map(edge -> edge.from() + ' ' + edge.to()))
          .containsExactlyElementsOf(expected.keySet());
      assertThat(edges.stream().map(PackageEdge::count))
          .containsExactlyElementsOf(expected.values().stream().map(e -> (long) e.size()).toList());
      assertThat(edges.stream().map(PackageEdge::example))
          .containsExactlyElementsOf(expected.values().stream().map(e -> e.get(0)).toList());
    }
  }

  @Test
  void counts_are_those_of_the_calls() throws IOException {
    CompactTrace trace = trace(3, 2000);
    List<CallCount> expected =
        trace.callTree().calls().stream()
            .map(Call::method)
            .distinct()
            .sorted()
            .map(
                method ->
                    new CallCount(
                        method,
                        trace.callTree().calls().stream()
                            .filter(call -> call.method().equals(method))
                            .count()))
            .sorted()
            .toList();
    assertThat(trace.callCounts()).isEqualTo(expected).hasSize(20);
    assertThat(trace.methods()).isSorted().hasSize(20);
  }

  @Test
  void values_are_found_without_an_index_of_the_recording_too() throws IOException {
    CompactTrace file = trace(5, 300);
    CallTree tree = CallTree.of(sink -> file.replay(sink));
    assertThat(Stream.of(tree, file.callTree()).map(CallTreeTest::values).distinct()).hasSize(1);
  }

  private static List<String> values(CallTree tree) {
    return tree.calls().stream().map(call -> call.arguments() + " " + call.outcome()).toList();
  }

  @Test
  void calls_of_two_traces_have_no_order() throws IOException {
    CompactTrace trace = trace(1, 20);
    Call call = CallTree.of(trace).calls().get(0);
    assertThatThrownBy(() -> call.endedBefore(trace.callTree().calls().get(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("another trace");
  }
}
