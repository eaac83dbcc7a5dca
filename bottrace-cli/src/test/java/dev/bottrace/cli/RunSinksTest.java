package dev.bottrace.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bottrace.TraceRequest;
import dev.bottrace.Tracer;
import dev.bottrace.option.OnException;
import dev.bottrace.option.ProcessHost;
import dev.bottrace.trace.BreakpointSnapshot;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.ExceptionSnapshot;
import dev.bottrace.trace.Receipt;
import dev.bottrace.trace.TraceEventSink;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import dev.bottrace.trace.WatchResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which part of a run goes where, and in which form. */
class RunSinksTest {
  private static final TracedThread MAIN = new TracedThread(0, "main", true);
  private static final TracedMethod APP = new TracedMethod(0, "App", "main", "()V", "App.java", 10);
  private static final TraceRequest REQUEST =
      Tracer.run("App")
          .calls()
          .callCounts()
          .breakpoint("A.java:1")
          .onException(OnException.SNAPSHOT);

  private final ByteArrayOutputStream trace = new ByteArrayOutputStream();
  private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
  private final List<String> notices = new ArrayList<>();
  private final ProcessHost host =
      new ProcessHost() {
        @Override
        public void notice(String line) {
          notices.add(line);
        }

        @Override
        public void halt(int exitCode) {
          throw new AssertionError("halt " + exitCode);
        }
      };

  private final Path file;

  RunSinksTest(@TempDir Path directory) {
    file = directory.resolve("trace.json");
  }

  private static BreakpointSnapshot snapshot(int line) {
    return new BreakpointSnapshot(
        "A.java:" + line,
        Instant.EPOCH,
        "main",
        List.of(),
        List.of(new WatchResult("x", null, "no variable x")));
  }

  private static final ExceptionSnapshot FAILURE =
      new ExceptionSnapshot("E", "m", "main", List.of(), null, List.of(), null);

  private RunSinks sinks(RunOutput output) throws IOException {
    return new RunSinks(output, REQUEST.options(), stdout, host);
  }

  private void run(TraceEventSink sink) throws IOException {
    sink.call(APP, MAIN, 1, List.of());
    sink.snapshot(snapshot(1));
    sink.snapshot(snapshot(2));
    sink.exception(FAILURE);
    sink.snapshot(snapshot(3));
    sink.returned(APP, MAIN, 1, "E", null);
    sink.flush();
    sink.receipts(List.of(new Receipt(Receipt.Kind.WATCH, "x", "never evaluated")));
    sink.counts(List.of(new CallCount(APP, 1)));
    sink.finish();
  }

  private static RunOutput output(TraceFormat format, @Nullable Path out, @Nullable Path jsonOut) {
    return new RunOutput(format, out, jsonOut == null ? null : jsonOut.toString(), true, true);
  }

  private static List<String> heads(ByteArrayOutputStream out) {
    return out.toString(UTF_8)
        .lines()
        .filter(line -> !line.isEmpty())
        .map(line -> line.split("[ ,(]", 2)[0])
        .toList();
  }

  @Test
  void mixes_text_and_snapshots_in_order() throws IOException {
    run(sinks(RunOutput.DEFAULT).to(trace));

    assertThat(heads(trace))
        .containsExactly(
            "CALL",
            "{\"breakpoint\":\"A.java:1\"",
            "{\"breakpoint\":\"A.java:2\"",
            "Exception:",
            "Stack:",
            "{\"breakpoint\":\"A.java:3\"",
            "RETURN",
            "Call",
            "");
    assertThat(stdout.size()).isZero();
    assertThat(notices).isEmpty();
  }

  @Test
  void writes_all_as_ndjson() throws IOException {
    run(sinks(output(TraceFormat.NDJSON, null, null)).to(trace));

    assertThat(heads(trace))
        .containsExactly(
            "{\"event\":\"call\"",
            "{\"breakpoint\":\"A.java:1\"",
            "{\"breakpoint\":\"A.java:2\"",
            "{\"event\":\"exception\"",
            "{\"breakpoint\":\"A.java:3\"",
            "{\"event\":\"return\"",
            "{\"event\":\"count\"",
            "{\"result_file\":");
    assertThat(trace.toString(UTF_8)).endsWith("\n{\"result_file\": null, \"snapshots\": 3}\n");
    assertThat(notices)
        .containsExactly(
            "SNAPSHOT #1 at A.java:1", "SNAPSHOT #2 at A.java:2", "SNAPSHOT #3 at A.java:3");
  }

  @Test
  void writes_snapshots_to_their_file_and_exceptions_to_both() throws IOException {
    run(sinks(output(TraceFormat.TEXT, Path.of("trace"), file)).to(trace));

    assertThat(heads(trace)).containsExactly("CALL", "Exception:", "Stack:", "RETURN", "Call", "");
    JsonNode json = new ObjectMapper().readTree(file.toFile());
    assertThat(json.get("snapshots")).hasSize(3);
    assertThat(json.at("/exception/type").textValue()).isEqualTo("E");
    assertThat(json.has("furtherExceptions")).isFalse();
    assertThat(json.at("/receipts/0/kind").textValue()).isEqualTo("watch");
    assertThat(stdout).hasToString("{\"result_file\": \"" + file + "\", \"snapshots\": 3}\n");
  }

  @Test
  void does_not_touch_the_writer_where_there_are_no_snapshots() throws IOException {
    RunSinks sinks =
        new RunSinks(RunOutput.DEFAULT, Tracer.run("App").calls().options(), stdout, host);
    assertThat(sinks.to(trace)).isInstanceOf(dev.bottrace.text.TextTraceWriter.class);
  }

  @Test
  void completes_the_file_where_the_trace_can_not_be_written() throws IOException {
    TraceEventSink sink = sinks(output(TraceFormat.TEXT, null, file)).to(new Full());
    sink.snapshot(snapshot(1));
    sink.call(APP, MAIN, 1, List.of());
    assertThatThrownBy(sink::flush).hasMessage("full");
    assertThatThrownBy(sink::finish).hasMessage("full");

    assertThat(new ObjectMapper().readTree(file.toFile()).get("snapshots")).hasSize(1);
    assertThat(stdout.size()).isZero();
  }

  @Test
  void an_exception_that_was_taken_by_half_is_in_the_trace_once() throws IOException {
    ExceptionSnapshot odd =
        new ExceptionSnapshot("E", "m", "main", List.of(), null, new Unsteady(), null);
    TraceEventSink sink = sinks(output(TraceFormat.NDJSON, null, file)).to(trace);
    for (int tries = 1; tries < 4; tries++) {
      try {
        sink.exception(odd);
        break;
      } catch (StackOverflowError e) {
        assertThat(tries).isLessThan(3);
      }
    }
    sink.finish();

    assertThat(heads(trace)).containsOnlyOnce("{\"event\":\"exception\"");
    assertThat(new ObjectMapper().readTree(file.toFile()).has("furtherExceptions")).isFalse();
  }

  @Test
  void leaves_no_file_when_given_up() throws IOException {
    RunSinks sinks = sinks(output(TraceFormat.TEXT, null, file));
    sinks.close();
    try (var files = Files.list(file.resolveSibling("."))) {
      assertThat(files).isEmpty();
    }
  }

  /** Runs out of stack when it is looked at for the first and the third time. */
  private static final class Unsteady extends java.util.AbstractList<ExceptionSnapshot> {
    private int looks;

    @Override
    public ExceptionSnapshot get(int index) {
      throw new IndexOutOfBoundsException(index);
    }

    @Override
    public java.util.stream.Stream<ExceptionSnapshot> stream() {
      if (++looks % 2 == 1) {
        throw new StackOverflowError();
      }
      return java.util.stream.Stream.empty();
    }

    @Override
    public int size() {
      return 0;
    }
  }

  private static final class Full extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("full");
    }
  }
}
