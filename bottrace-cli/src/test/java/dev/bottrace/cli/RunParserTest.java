package dev.bottrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.TraceRequest;
import dev.bottrace.Tracer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each flag is the option of the same name in Java. */
class RunParserTest {
  private static RunCommand parse(String line) throws UsageException {
    return new RunParser().parse(List.of(line.split(" ")));
  }

  private static void assertRequest(String line, TraceRequest request) throws UsageException {
    assertThat(parse(line).request()).isEqualTo(request);
  }

  @Test
  void maps_flags_onto_requests() throws UsageException {
    assertRequest("app.jar --calls", Tracer.run("app.jar").calls());
    assertRequest(
        "-cp lib/* --call-counts --top 0 com.acme.App --no-lambdas",
        Tracer.run("com.acme.App").classPath("lib/*").callCounts().top(0).noLambdas());
    assertRequest("--no-comprehensions A.java", Tracer.run("A.java").noLambdas());
    assertRequest(
        "--include a.b --include c --exclude=d A.java --max-depth=3 --max-events 5 --timeout 1.5",
        Tracer.run("A.java")
            .include("a.b")
            .include("c")
            .exclude("d")
            .maxDepth(3)
            .maxEvents(5)
            .timeout(Duration.ofMillis(1500)));
  }

  @Test
  void gives_the_program_what_is_not_ours() throws UsageException {
    assertRequest(
        "Game.java --windowed --call-counts", Tracer.run("Game.java", "--windowed").callCounts());
    assertRequest(
        "--calls A.java -x -- --calls -Da=b",
        Tracer.run("A.java", "-x", "--calls", "-Da=b").calls());
    assertRequest("-jar app.jar --calls a", Tracer.run("app.jar", "a").calls());
  }

  @Test
  void takes_form_file_and_properties() throws UsageException {
    RunCommand command = parse("A.java --format ndjson --out f -Da=b=c -Dd");

    assertThat(command.format()).isEqualTo(TraceFormat.NDJSON);
    assertThat(command.out()).isEqualTo(Path.of("f"));
    assertThat(command.properties()).isEqualTo(Map.of("a", "b=c", "d", ""));
  }
}
