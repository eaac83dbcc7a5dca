package dev.bottrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bottrace.json.TraceSchema;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaCommandTest {
  @Test
  void lists_names_each_of_which_it_prints() throws Exception {
    List<String> lines = SchemaCommand.answer(List.of()).lines().toList();

    assertThat(lines).hasSameSizeAs(TraceSchema.values());
    for (String line : lines) {
      String schema = SchemaCommand.answer(List.of(line.substring(0, line.indexOf(' '))));
      assertThat(new ObjectMapper().readTree(schema).get("$schema").textValue())
          .contains("json-schema.org");
    }
  }
}
