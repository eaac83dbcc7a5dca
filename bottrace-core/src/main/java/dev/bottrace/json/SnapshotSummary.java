package dev.bottrace.json;

import static dev.bottrace.json.JsonText.quoted;

import org.jspecify.annotations.Nullable;

/**
 * Where the snapshots of a run are. Immutable.
 *
 * @param file path of the file of snapshots, as it was given; null without one
 * @param snapshots how many were taken
 */
public record SnapshotSummary(@Nullable String file, long snapshots) {
  /**
   * Returns the summary as JSON; its schema is {@link TraceSchema#SUMMARY}.
   *
   * @return one line, as in <code>{"result_file": "trace.json", "snapshots": 3}</code>
   */
  public String json() {
    return "{\"result_file\": " + quoted(file) + ", \"snapshots\": " + snapshots + '}';
  }
}
