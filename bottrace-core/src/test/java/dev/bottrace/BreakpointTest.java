package dev.bottrace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.target.BreakpointsTarget;
import dev.bottrace.trace.BreakpointSnapshot;
import dev.bottrace.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BreakpointTest {
  private static final Path SOURCE =
      Path.of("src/test/java/dev/bottrace/target/BreakpointsTarget.java");
  private static final Pattern MARK = Pattern.compile("// BREAK: (\\S+) hits=(\\d+)");

  @Test
  void each_line_is_reached_as_often_as_execution_comes_to_it() throws Exception {
    Map<Integer, String> names = new TreeMap<>();
    Map<String, Long> expected = new TreeMap<>();
    TraceRequest request = Tracer.run(BreakpointsTarget.class);
    int number = 0;
    for (String line : Files.readAllLines(SOURCE)) {
      number++;
      Matcher mark = MARK.matcher(line);
      if (mark.find()) {
        names.put(number, mark.group(1));
        expected.put(mark.group(1), Long.parseLong(mark.group(2)));
        request = request.breakpoint("BreakpointsTarget.java:" + number);
      }
    }
    Trace trace = request.execute();
    Map<String, Long> hits = new TreeMap<>();
    names.values().forEach(name -> hits.put(name, 0L));
    hits.putAll(
        trace.snapshots().stream()
            .collect(
                Collectors.groupingBy(
                    snapshot -> names.getOrDefault(line(snapshot), "?"), Collectors.counting())));
    assertThat(hits).isEqualTo(expected);
    assertThat(trace.exitCode()).isZero();
  }

  private static int line(BreakpointSnapshot snapshot) {
    return snapshot.stack().get(0).line();
  }

  static int lineOf(String mark) throws IOException {
    int number = 0;
    for (String line : Files.readAllLines(SOURCE)) {
      number++;
      if (line.contains("// BREAK: " + mark + " ")) {
        return number;
      }
    }
    throw new IllegalArgumentException(mark);
  }
}
