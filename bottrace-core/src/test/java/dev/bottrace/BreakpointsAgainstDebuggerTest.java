package dev.bottrace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.trace.BreakpointSnapshot;
import dev.bottrace.trace.Trace;
import dev.bottrace.trace.target.JudgedFlowTarget;
import dev.bottrace.trace.target.JudgedTypesTarget;
import dev.bottrace.trace.target.JudgedVariablesTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** What breakpoints see is what a debugger sees, which has it from the JVM itself. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ParameterizedClass
@ValueSource(
    classes = {JudgedFlowTarget.class, JudgedTypesTarget.class, JudgedVariablesTarget.class})
class BreakpointsAgainstDebuggerTest {
  private static final Path SOURCES = Path.of("src/test/java/dev/bottrace/trace/target");
  private static final Pattern MARK = Pattern.compile("// BREAK: (\\S+)(?: hits=(\\d+))?$");

  @Parameter Class<?> program;
  private String file;
  private Map<Integer, String> marks;
  private Map<Integer, Integer> statedHits;
  private DebuggedProgram debugged;
  private Map<Integer, List<BreakpointSnapshot>> snapshots;

  @BeforeParameterizedClassInvocation
  void run() throws Exception {
    file = program.getSimpleName() + ".java";
    findMarks();
    debugged = DebuggedProgram.run(program, marks.keySet());
    snapshots = byLine(trace());
  }

  private void findMarks() throws IOException {
    marks = new TreeMap<>();
    statedHits = new TreeMap<>();
    int number = 0;
    for (String line : Files.readAllLines(SOURCES.resolve(file))) {
      number++;
      Matcher mark = MARK.matcher(line);
      if (mark.find()) {
        marks.put(number, mark.group(1));
        if (mark.group(2) != null) {
          statedHits.put(number, Integer.valueOf(mark.group(2)));
        }
      }
    }
  }

  private Trace trace() throws Exception {
    TraceRequest request = Tracer.run(program).locals();
    for (int line : marks.keySet()) {
      request = request.breakpoint(file + ":" + line);
    }
    Trace trace = request.execute();
    assertThat(trace.exitCode()).isZero();
    return trace;
  }

  private static Map<Integer, List<BreakpointSnapshot>> byLine(Trace trace) {
    return trace.snapshots().stream()
        .collect(
            Collectors.groupingBy(
                snapshot -> snapshot.stack().get(0).line(), TreeMap::new, Collectors.toList()));
  }

  @Test
  void the_debugger_stops_at_each_mark() {
    assertThat(marks).hasSizeGreaterThan(30);
    assertThat(debugged.hits().keySet()).isEqualTo(marks.keySet());
  }

  @Test
  void lines_are_reached_as_often_as_the_debugger_stops() {
    Map<String, Integer> expected = new TreeMap<>();
    Map<String, Integer> reached = new TreeMap<>();
    marks.forEach(
        (line, mark) -> {
          int stops = debugged.hits().getOrDefault(line, List.of()).size();
          expected.put(mark, statedHits.getOrDefault(line, stops));
          reached.put(mark, snapshots.getOrDefault(line, List.of()).size());
        });
    assertThat(reached).isEqualTo(expected);
  }

  @Test
  void each_hit_shows_the_same_stack_with_the_same_variables_in_all_frames() {
    SoftAssertions softly = new SoftAssertions();
    debugged
        .hits()
        .forEach(
            (line, hits) -> {
              List<BreakpointSnapshot> seen = snapshots.getOrDefault(line, List.of());
              for (int i = 0; i < Math.min(hits.size(), seen.size()); i++) {
                softly
                    .assertThat(SeenFrame.of(seen.get(i), program.getSimpleName()))
                    .as("%s, hit %d", marks.get(line), i + 1)
                    .isEqualTo(hits.get(i).stream().map(frame -> asVerified(frame)).toList());
              }
            });
    softly.assertAll();
  }

  /** Before the call of another constructor, the JVM gives {@code this} to nobody but debuggers. */
  private SeenFrame asVerified(SeenFrame frame) {
    boolean early = marks.getOrDefault(frame.line(), "").startsWith("before-");
    if (!early || !frame.function().endsWith(".<init>")) {
      return frame;
    }
    Map<String, String> variables = new TreeMap<>(frame.variables());
    variables.remove("this");
    return new SeenFrame(frame.function(), frame.line(), variables);
  }

  @Test
  void first_hits_are_in_the_same_threads() {
    Map<Integer, String> threads = new TreeMap<>();
    snapshots.forEach((line, hits) -> threads.put(line, hits.get(0).thread()));
    assertThat(threads).isEqualTo(debugged.threads());
  }

  @Test
  void breakpoints_are_named_by_source_path_and_line() {
    assertThat(snapshots)
        .allSatisfy(
            (line, hits) ->
                assertThat(hits)
                    .extracting(BreakpointSnapshot::breakpoint)
                    .containsOnly("dev/bottrace/trace/target/" + file + ":" + line));
  }

  @Test
  void no_frame_stands_below_the_one_that_a_thread_began_with() {
    assertThat(snapshots.values().stream().flatMap(List::stream))
        .filteredOn(snapshot -> snapshot.thread().equals("main"))
        .extracting(snapshot -> snapshot.stack().get(snapshot.stack().size() - 1).function())
        .containsOnly(program.getSimpleName() + ".main", program.getSimpleName() + ".<clinit>");
  }
}
