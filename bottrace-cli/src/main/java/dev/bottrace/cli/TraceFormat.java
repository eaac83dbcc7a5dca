package dev.bottrace.cli;

import dev.bottrace.compact.CompactTraceWriter;
import dev.bottrace.json.JsonTraceWriter;
import dev.bottrace.text.TextTraceWriter;
import dev.bottrace.trace.TraceEventSink;
import java.io.OutputStream;

/** The forms of a trace. */
enum TraceFormat {
  TEXT,
  NDJSON,
  COMPACT;

  /** Returns a sink that writes this form, with so many rows of counts where counts have rows. */
  TraceEventSink writer(OutputStream out, int top) {
    if (this == TEXT) {
      return new TextTraceWriter(out, top);
    }
    return this == NDJSON ? new JsonTraceWriter(out, top) : new CompactTraceWriter(out);
  }

  /** Returns how names of files of this form end. */
  String ending() {
    return switch (this) {
      case TEXT -> ".txt";
      case NDJSON -> ".ndjson";
      case COMPACT -> ".bt";
    };
  }

  static TraceFormat of(String name) {
    return switch (name) {
      case "text" -> TEXT;
      case "ndjson" -> NDJSON;
      case "compact" -> COMPACT;
      default ->
          throw new IllegalArgumentException(
              "--format must be text, ndjson or compact, not '" + name + "'");
    };
  }
}
