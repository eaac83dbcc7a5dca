/**
 * The JSON forms of a trace: lines by {@link dev.bottrace.json.JsonTraceWriter}, a file of
 * snapshots by {@link dev.bottrace.json.JsonSnapshotFile}, schemas in {@link
 * dev.bottrace.json.TraceSchema}. Needs Jackson's {@code jackson-core}.
 */
@NullMarked
package dev.bottrace.json;

import org.jspecify.annotations.NullMarked;
