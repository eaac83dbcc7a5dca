package dev.bottrace.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.bottrace.Tracer;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.TraceEventSink;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import dev.bottrace.trace.target.TreeTarget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTraceWriterTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final TracedThread MAIN = new TracedThread(0, "main", true);
  private static final TracedMethod APP = new TracedMethod(0, "App", "main", "()V", "App.java", 10);

  private final JsonSchema schema =
      JsonSchemaFactory.getInstance(VersionFlag.V202012)
          .getSchema(JsonTraceWriter.class.getResourceAsStream("trace-event.schema.json"));

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
            + "\"depth\":1,\"thrown\":\"E\",\"ended\":true}"
      })
  void the_schema_refuses_what_is_no_event(String line) throws IOException {
    assertThat(schema.validate(json(line))).isNotEmpty();
  }
}
