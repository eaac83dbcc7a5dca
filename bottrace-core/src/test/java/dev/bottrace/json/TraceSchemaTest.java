package dev.bottrace.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaId;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TraceSchemaTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @ParameterizedTest
  @EnumSource(TraceSchema.class)
  void each_is_a_schema_that_refers_to_no_other(TraceSchema schema) throws IOException {
    JsonNode json = MAPPER.readTree(schema.json());

    assertThat(json.get("$schema").textValue()).isEqualTo(SchemaId.V202012);
    assertThat(json.findValuesAsText("$ref"))
        .allSatisfy(ref -> assertThat(json.at(ref.substring(1)).isMissingNode()).isFalse());
  }

  @Test
  void what_has_one_name_is_the_same_in_all() throws IOException {
    Map<String, JsonNode> known = new HashMap<>();
    for (TraceSchema schema : TraceSchema.values()) {
      JsonNode definitions = MAPPER.readTree(schema.json()).path("$defs");
      for (Map.Entry<String, JsonNode> definition : definitions.properties()) {
        JsonNode other = known.put(definition.getKey(), definition.getValue());
        assertThat(other).isIn(null, definition.getValue());
      }
    }
    assertThat(known).containsKeys("frame", "snapshot", "exception", "method");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "trace.json | 3 | {\"result_file\": \"trace.json\", \"snapshots\": 3}",
        "a\"\\b | 0 | {\"result_file\": \"a\\\"\\\\b\", \"snapshots\": 0}",
        " | 1 | {\"result_file\": null, \"snapshots\": 1}"
      })
  void a_summary_is_what_its_schema_says(String file, long snapshots, String json)
      throws IOException {
    assertThat(new SnapshotSummary(file, snapshots).json()).isEqualTo(json);
    assertThat(Schemas.of(TraceSchema.SUMMARY).validate(MAPPER.readTree(json))).isEmpty();
  }
}
