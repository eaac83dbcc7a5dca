package dev.bottrace.cli;

import dev.bottrace.json.JsonTraceWriter;
import dev.bottrace.text.TextTraceWriter;
import dev.bottrace.trace.TraceEventSink;
import java.io.OutputStream;

/** The forms of a trace. */
enum TraceFormat {
  TEXT {
    @Override
    TraceEventSink writer(OutputStream out, int top) {
      return new TextTraceWriter(out, top);
    }
  },
  NDJSON {
    @Override
    TraceEventSink writer(OutputStream out, int top) {
      return new JsonTraceWriter(out, top);
    }
  };

  abstract TraceEventSink writer(OutputStream out, int top);

  static TraceFormat of(String name) {
    return switch (name) {
      case "text" -> TEXT;
      case "ndjson" -> NDJSON;
      default ->
          throw new IllegalArgumentException("format must be text or ndjson, not '" + name + "'");
    };
  }
}
