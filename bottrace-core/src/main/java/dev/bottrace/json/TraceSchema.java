package dev.bottrace.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The JSON Schemas of all JSON forms. */
public enum TraceSchema {
  /** One line of a trace as NDJSON: what {@link JsonTraceWriter} writes. */
  TRACE("trace-event.schema.json"),
  /** One line for what a breakpoint saw. */
  SNAPSHOT("snapshot.schema.json"),
  /** A file of snapshots: what {@link JsonSnapshotFile} writes. */
  FILE("snapshot-file.schema.json"),
  /** One line about that file: a {@link SnapshotSummary}. */
  SUMMARY("snapshot-summary.schema.json");

  private final String resource;

  TraceSchema(String resource) {
    this.resource = resource;
  }

  /**
   * Returns the schema, which refers to no other.
   *
   * @return JSON of many lines
   */
  public String json() {
    try (InputStream in = TraceSchema.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
