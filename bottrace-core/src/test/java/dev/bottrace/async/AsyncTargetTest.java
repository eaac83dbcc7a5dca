package dev.bottrace.async;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.TraceRequest;
import dev.bottrace.Tracer;
import dev.bottrace.text.TextTraceWriter;
import dev.bottrace.trace.Call;
import dev.bottrace.trace.Trace;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs a target for each kind of task. Golden traces have the lines of each thread together, as
 * threads overlap, and no numbers of lambdas, on which compilers disagree. {@code
 * -Dbottrace.golden.write=true} takes what is traced for right.
 */
@Timeout(120)
class AsyncTargetTest {
  private static final String TARGETS = "dev.bottrace.async.target.";
  private static final Path SOURCES = Path.of("src/test/java/dev/bottrace/async/target");

  static List<String> golden() throws Exception {
    try (Stream<Path> files = Files.list(SOURCES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".trace"))
          .map(name -> name.substring(0, name.length() - 6))
          .sorted()
          .toList();
    }
  }

  private static TraceRequest request(String target) {
    return Tracer.run(TARGETS + target).include(TARGETS + target).calls().captureOutput();
  }

  private static Trace traced(String target) throws Exception {
    Trace trace = request(target).async().execute();
    assertThat(trace.notices()).isEmpty();
    return trace;
  }

  private static List<String> lines(Trace trace) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    trace.writeTo(new TextTraceWriter(out));
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static String threadOf(String line) {
    int begin = line.indexOf('[');
    return begin < 0 ? "" : line.substring(begin, line.indexOf(']'));
  }

  @ParameterizedTest
  @MethodSource("golden")
  void calls_of_tasks_carry_where_they_come_from(String target) throws Exception {
    String actual =
        lines(traced(target)).stream()
            .map(line -> line.replaceAll("(lambda\\$\\w+)\\$[0-9]+", "$1"))
            .sorted(Comparator.comparing(AsyncTargetTest::threadOf))
            .collect(Collectors.joining("\n", "", "\n"));
    Path golden = SOURCES.resolve(target + ".trace");
    if (Boolean.getBoolean("bottrace.golden.write")) {
      Files.writeString(golden, actual);
    }
    assertThat(golden).hasContent(actual);
  }

  @Test
  void the_golden_traces_are_those_of_the_kinds_that_have_an_order() throws Exception {
    assertThat(golden())
        .containsExactly(
            "ExecutorTarget",
            "ForkJoinTarget",
            "ScheduledTarget",
            "StagesTarget",
            "ThreadStartTarget");
  }

  @Test
  void parts_of_a_parallel_stream_come_from_who_runs_it() throws Exception {
    Trace trace = traced("ParallelStreamTarget");
    List<Call> elsewhere =
        trace.callTree().roots().stream().filter(call -> !call.thread().main()).toList();

    assertThat(elsewhere)
        .isNotEmpty()
        .allMatch(call -> call.origin().orElseThrow().method().name().equals("main"));
    assertThat(trace.joined().paths("ParallelStreamTarget.main >> ParallelStreamTarget.work"))
        .hasSize(64);
    assertThat(trace.joined().callTree().roots()).hasSize(1);
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void virtual_threads_come_from_who_starts_them() throws Exception {
    assertThat(lines(traced("VirtualThreadTarget")).stream().filter(line -> line.contains("from")))
        .extracting(line -> line.replaceAll("[0-9]+", "N"))
        .containsExactly(
            "CALL VirtualThreadTarget.work dev/bottrace/async/target/VirtualThreadTarget.java:N"
                + " [virtual-N] from VirtualThreadTarget.started"
                + " dev/bottrace/async/target/VirtualThreadTarget.java:N",
            "CALL VirtualThreadTarget.work dev/bottrace/async/target/VirtualThreadTarget.java:N"
                + " [virtual-N] from VirtualThreadTarget.executed"
                + " dev/bottrace/async/target/VirtualThreadTarget.java:N");
  }

  /** They wait for the recorder, too, and it is the JDK's own tasks by which they go on. */
  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void thousands_of_virtual_threads_go_on() throws Exception {
    Trace trace = traced("ManyVirtualThreadsTarget");

    assertThat(trace.calls("ManyVirtualThreadsTarget.work"))
        .hasSize(5000)
        .allMatch(call -> call.depth() == 3);
    assertThat(trace.joined().callTree().roots()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BehaviourTarget",
        "ExecutorTarget",
        "ForkJoinTarget",
        "ScheduledTarget",
        "StagesTarget",
        "ThreadStartTarget"
      })
  void a_program_sees_nothing_of_the_links(String target) throws Exception {
    Trace plain = request(target).execute();
    Trace linked = request(target).async().execute();

    assertThat(linked.stdout()).isEqualTo(plain.stdout());
    assertThat(linked.stderr()).isEqualTo(plain.stderr());
    assertThat(linked.exitCode()).isEqualTo(plain.exitCode());
    assertThat(lines(plain)).noneMatch(line -> line.contains(" from "));
  }
}
