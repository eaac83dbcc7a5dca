package dev.bottrace.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import dev.bottrace.Tracer;
import dev.bottrace.trace.Argument;
import dev.bottrace.trace.BreakpointSnapshot;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.SampleSnapshots;
import dev.bottrace.trace.TaskOrigin;
import dev.bottrace.trace.TraceEventSink;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import dev.bottrace.trace.WatchResult;
import dev.bottrace.trace.target.TreeTarget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTraceWriterTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final TracedThread MAIN = new TracedThread(0, "main", true);
  private static final TracedMethod APP = new TracedMethod(0, "App", "main", "()V", "App.java", 10);

  private final JsonSchema schema = Schemas.of(TraceSchema.TRACE);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final JsonTraceWriter writer = new JsonTraceWriter(out);

  private String text() throws IOException {
    writer.flush();
    String text = out.toString(UTF_8);
    assertThat(text.lines()).allSatisfy(line -> assertThat(schema.validate(json(line))).isEmpty());
    return text;
  }

  private static JsonNode json(String line) throws IOException {
    return MAPPER.readTree(line);
  }

  @Test
  void names_the_class_of_code_that_is_called_from_another_package() throws IOException {
    TracedMethod exists =
        new TracedMethod(0, "java.io.File", "exists", "()Z", "com/acme/Config.java", 31);
    writer.call(exists, MAIN, 2, List.of());
    writer.returned(exists, MAIN, 2, null, null);
    writer.counts(List.of(new CallCount(exists, 1)));
    String fields =
        "\"method\":\"File.exists\",\"class\":\"java.io.File\","
            + "\"file\":\"com/acme/Config.java\",\"line\":31,";
    assertThat(text().lines()).hasSize(3).allMatch(line -> line.contains(fields));
  }

  @Test
  void names_where_a_task_comes_from() throws IOException {
    writer.call(APP, MAIN, 1, List.of(), new TaskOrigin(APP, 12, MAIN, 7));
    writer.call(APP, MAIN, 1, List.of(), new TaskOrigin(APP, 0, MAIN, -1));
    String from = "\"from\":{\"method\":\"App.main\",\"file\":\"App.java\",\"line\":";
    assertThat(text().lines())
        .satisfiesExactly(
            line -> assertThat(line).endsWith(from + "12,\"thread\":\"main\",\"call\":7}}"),
            line -> assertThat(line).endsWith(from + "0,\"thread\":\"main\",\"call\":null}}"));
  }

  @Test
  void writes_an_object_a_line() throws IOException {
    writer.call(APP, MAIN, 1, List.of());
    writer.returned(APP, MAIN, 1, null, null);
    writer.returned(APP, MAIN, 1, "java.io.IOException", null);
    writer.returned(APP, MAIN, 12, TraceEventSink.ENDED, null);
    writer.counts(List.of(new CallCount(APP, 1)));
    String app = "\"method\":\"App.main\",\"file\":\"App.java\",\"line\":10";
    assertThat(text().lines())
        .containsExactly(
            "{\"event\":\"call\"," + app + ",\"thread\":\"main\",\"depth\":1}",
            "{\"event\":\"return\"," + app + ",\"thread\":\"main\",\"depth\":1}",
            "{\"event\":\"return\","
                + app
                + ",\"thread\":\"main\",\"depth\":1,\"thrown\":\"java.io.IOException\"}",
            "{\"event\":\"return\"," + app + ",\"thread\":\"main\",\"depth\":12,\"ended\":true}",
            "{\"event\":\"count\"," + app + ",\"count\":1}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quote\"",
        "back\\slash",
        "line\nend\r\t",
        "\u0000\u001b\u007f",
        "größe 方法 🧵",
        "half \ud800 of a pair \udfff",
        ""
      })
  void any_name_comes_back_as_it_was(String name) throws IOException {
    TracedMethod odd = new TracedMethod(1, "T" + name, "m" + name, "()V", "f" + name, 0);
    writer.call(odd, new TracedThread(3, name, false), 1, List.of());
    writer.returned(odd, new TracedThread(3, name, false), 1, "E" + name, null);
    List<String> lines = text().lines().toList();
    assertThat(lines).hasSize(2);
    for (String line : lines) {
      JsonNode event = json(line);
      assertThat(event.get("method").textValue()).isEqualTo("T" + name + ".m" + name);
      assertThat(event.get("file").textValue()).isEqualTo("f" + name);
      assertThat(event.get("thread").textValue()).isEqualTo(name);
    }
    assertThat(json(lines.get(1)).get("thrown").textValue()).isEqualTo("E" + name);
  }

  @Test
  void writes_values() throws IOException {
    List<Argument> arguments =
        List.of(new Argument("path", "\"/etc/x\""), new Argument("n", "3"), new Argument("n", "4"));
    writer.call(APP, MAIN, 1, arguments);
    writer.returned(APP, MAIN, 1, null, "\"a\"");
    String app =
        "\"method\":\"App.main\",\"file\":\"App.java\",\"line\":10,\"thread\":\"main\",\"depth\":1";
    assertThat(text().lines())
        .containsExactly(
            "{\"event\":\"call\","
                + app
                + ",\"args\":{\"path\":\"\\\"/etc/x\\\"\",\"n\":\"3\",\"n#2\":\"4\"}}",
            "{\"event\":\"return\"," + app + ",\"value\":\"\\\"a\\\"\"}");
  }

  @Test
  void writes_what_a_breakpoint_saw() throws IOException {
    writer.snapshot(SampleSnapshots.breakpoint());
    assertThat(text())
        .isEqualTo(
            """
            {"breakpoint":"com/acme/Core.java:42","timestamp":1706640000.123,"thread":"main",\
            "stack":[{"function":"Core.process","filename":"com/acme/Core.java","lineno":42,\
            "locals":{"item":"Item{id=123}","count":"5"}},\
            {"function":"App.main","filename":"App.java","lineno":25,"locals":null}],\
            "watches":[{"expression":"items.size()","value":"42","error":null}]}
            """);
  }

  @Test
  void writes_an_exception() throws IOException {
    writer.exception(SampleSnapshots.exception());
    assertThat(text())
        .isEqualTo(
            """
            {"event":"exception","type":"java.lang.IllegalStateException","message":"no such user",\
            "thread":"main","stack":[{"function":"Users.get","filename":"com/acme/Users.java",\
            "lineno":42,"locals":{"id":"\\"abc123\\"","cache":"HashMap(2){\\"a\\"=1, \\"b\\"=2}"}},\
            {"function":"App.main","filename":"App.java","lineno":10,"locals":null}],\
            "cause":null,"suppressed":[]}
            """);
  }

  @Test
  void writes_what_an_exception_carries_along() throws IOException {
    writer.exception(SampleSnapshots.chain());
    JsonNode exception = json(text());
    assertThat(exception.at("/stack/0/note").textValue()).contains("without -g");
    assertThat(exception.at("/stack/0/locals").size()).isZero();
    assertThat(exception.at("/cause/message").isNull()).isTrue();
    assertThat(exception.at("/cause/note").textValue()).isEqualTo("3 causes left out");
    assertThat(exception.at("/cause/cause/message").textValue()).isEmpty();
    assertThat(exception.at("/cause/stack").size()).isEqualTo(2);
    assertThat(exception.at("/suppressed/0/cause/type").textValue()).isEqualTo("java.lang.Error");
    assertThat(exception.at("/suppressed").size()).isEqualTo(2);
  }

  @Test
  void writes_the_reason_of_a_watch_without_value() throws IOException {
    List<WatchResult> watches = List.of(new WatchResult("a.b", null, "a is null"));
    writer.snapshot(SampleSnapshots.breakpoint("\ud800\n", watches));
    JsonNode snapshot = json(text());
    assertThat(snapshot.at("/watches/0/value").isNull()).isTrue();
    assertThat(snapshot.at("/watches/0/error").textValue()).isEqualTo("a is null");
    assertThat(snapshot.at("/thread").textValue()).isEqualTo("\ud800\n");
  }

  @Test
  void writes_times_in_seconds_with_three_decimals() throws IOException {
    for (String time : List.of("1970-01-01T00:00:00Z", "1969-12-31T23:59:59.9999Z")) {
      writer.snapshot(
          new BreakpointSnapshot("A.java:1", Instant.parse(time), "t", List.of(), List.of()));
    }
    assertThat(text()).contains("\"timestamp\":0.000,", "\"timestamp\":-0.001,");
  }

  @Test
  void writes_as_many_counts_as_asked_for() throws IOException {
    List<CallCount> counts = List.of(new CallCount(APP, 3), new CallCount(APP, 2));
    JsonTraceWriter top = new JsonTraceWriter(out, 1);
    top.counts(counts);
    top.flush();
    assertThat(text().lines()).hasSize(1);
    writer.counts(counts);
    assertThat(text().lines()).hasSize(3);
  }

  @Test
  void a_whole_trace_is_valid() throws Exception {
    Tracer.run(TreeTarget.class).calls().callCounts().execute().writeTo(writer);
    assertThat(text().lines()).hasSizeGreaterThan(20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"event\":\"call\"}",
        "{\"event\":\"count\",\"method\":\"A.a\",\"file\":\"A\",\"line\":1,\"count\":0}",
        "{\"event\":\"call\",\"method\":\"A.a\",\"file\":\"A\",\"line\":1,\"thread\":\"t\",\"depth\":0}",
        "{\"event\":\"return\",\"method\":\"A.a\",\"file\":\"A\",\"line\":1,\"thread\":\"t\","
            + "\"depth\":1,\"thrown\":\"E\",\"ended\":true}",
        "{\"event\":\"return\",\"method\":\"A.a\",\"file\":\"A\",\"line\":1,\"thread\":\"t\","
            + "\"depth\":1,\"thrown\":\"E\",\"value\":\"1\"}",
        "{\"event\":\"call\",\"method\":\"A.a\",\"file\":\"A\",\"line\":1,\"thread\":\"t\","
            + "\"depth\":1,\"args\":{\"n\":1}}",
        "{\"event\":\"exception\",\"type\":\"E\",\"message\":null,\"thread\":\"t\",\"stack\":[],"
            + "\"cause\":{},\"suppressed\":[]}",
        "{\"event\":\"snapshot\",\"breakpoint\":\"A.java:1\",\"timestamp\":1,\"thread\":\"t\","
            + "\"stack\":[],\"watches\":[]}"
      })
  void the_schema_refuses_what_is_no_event(String line) throws IOException {
    assertThat(schema.validate(json(line))).isNotEmpty();
  }
}
