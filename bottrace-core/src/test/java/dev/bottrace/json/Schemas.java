package dev.bottrace.json;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;

/** The schemas, ready to validate. */
final class Schemas {
  private Schemas() {}

  static JsonSchema of(TraceSchema schema) {
    return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema.json());
  }
}
