package dev.bottrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.TraceRequest;
import dev.bottrace.Tracer;
import dev.bottrace.option.Limits;
import dev.bottrace.option.OnException;
import dev.bottrace.option.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each flag is the option of the same name in Java. */
class RunParserTest {
  private static RunCommand parse(String... arguments) throws UsageException {
    List<String> words = arguments.length == 1 ? List.of(arguments[0].split(" ")) : null;
    return new RunParser().parse(words == null ? List.of(arguments) : words);
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
    assertRequest(
        "A.java --call-counts --calls-to java.sql --calls-to=java.io.File",
        Tracer.run("A.java").callCounts().callsTo("java.sql").callsTo("java.io.File"));
  }

  @Test
  void maps_flags_of_captured_state_onto_requests() throws UsageException {
    assertRequest("A.java --calls --async", Tracer.run("A.java").calls().async());
    assertRequest("--calls --args --returns A.java", Tracer.run("A.java").calls().args().returns());
    assertRequest(
        "A.java --on-exception snapshot --locals",
        Tracer.run("A.java").onException(OnException.SNAPSHOT).locals());
    assertRequest(
        "--breakpoint A.java:3 --breakpoint=b.B.run --watch a.b --watch=c A.java --snapshots 5",
        Tracer.run("A.java")
            .breakpoint("A.java:3")
            .breakpoint("b.B.run")
            .watch("a.b")
            .watch("c")
            .snapshots(5));
    assertRequest(
        "--limit depth=5,elements=20 --redact *key --redact pin A.java",
        Tracer.run("A.java")
            .limit(Limits.parse("depth=5,elements=20"))
            .redact("*key")
            .redact("pin"));
  }

  @Test
  void takes_expressions_as_they_are() throws UsageException {
    assertThat(
            parse(
                    "A.java",
                    "--breakpoint",
                    "A.java:3 if n > 3 && !\"--calls\".isEmpty()",
                    "--watch",
                    "-x + 1",
                    "--watch=-Dy",
                    "--watch",
                    "-Done",
                    "-Da=b",
                    "--watch",
                    "-J")
                .request())
        .isEqualTo(
            Tracer.run("A.java")
                .breakpoint("A.java:3 if n > 3 && !\"--calls\".isEmpty()")
                .watch("-x + 1")
                .watch("-Dy")
                .watch("-Done")
                .watch("-J"));
  }

  @Test
  void gives_the_program_what_is_not_ours() throws UsageException {
    assertRequest(
        "Game.java --windowed --call-counts", Tracer.run("Game.java", "--windowed").callCounts());
    assertRequest(
        "--calls A.java -x -- --calls -Da=b",
        Tracer.run("A.java", "-x", "--calls", "-Da=b").calls());
    assertRequest("-jar app.jar --calls a", Tracer.run("app.jar", "a").calls());
    assertRequest("-jar app.war a", Tracer.run(new Program.Jar(Path.of("app.war")), "a"));
    assertRequest(
        "--include B -jar B B", Tracer.run(new Program.Jar(Path.of("B")), "B").include("B"));
    assertRequest("--watch -x -jar app.jar -x", Tracer.run("app.jar", "-x").watch("-x"));
  }

  @Test
  void takes_form_file_and_properties() throws UsageException {
    RunCommand command = parse("A.java --format ndjson --out f -Da=b=c -Dd");

    assertThat(command.output())
        .isEqualTo(new RunOutput(TraceFormat.NDJSON, Path.of("f"), null, false, false));
    assertThat(command.properties()).isEqualTo(Map.of("a", "b=c", "d", ""));
    assertThat(parse("--format compact --out f A.java").output().format())
        .isEqualTo(TraceFormat.COMPACT);
  }

  @Test
  void takes_the_file_of_snapshots_and_what_is_said_of_it() throws UsageException {
    assertThat(parse("A.java --json-out ./f.json --print-result --verbose").output())
        .isEqualTo(new RunOutput(TraceFormat.TEXT, null, "./f.json", true, true));
    assertThat(parse("A.java").output()).isEqualTo(RunOutput.DEFAULT);
  }
}
