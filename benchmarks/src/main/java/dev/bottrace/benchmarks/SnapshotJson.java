package dev.bottrace.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.bottrace.trace.Argument;
import dev.bottrace.trace.BreakpointSnapshot;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.CapturedVariable;
import dev.bottrace.trace.ExceptionSnapshot;
import dev.bottrace.trace.FrameSnapshot;
import dev.bottrace.trace.TraceEventSink;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes snapshots as JSON, one a line, and counts them. */
final class SnapshotJson implements TraceEventSink {
  private final JsonGenerator json;
  private final OutputStream out;
  private long snapshots;
  private long exceptions;

  SnapshotJson(OutputStream out) {
    this.out = out;
    try {
      json = new JsonFactory().createGenerator(out);
      json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
      json.setRootValueSeparator(null);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  long snapshots() {
    return snapshots;
  }

  @Override
  public void snapshot(BreakpointSnapshot snapshot) throws IOException {
    write(snapshot);
    snapshots++;
  }

  private void write(BreakpointSnapshot snapshot) throws IOException {
    json.writeStartObject();
    json.writeStringField("breakpoint", snapshot.breakpoint());
    json.writeNumberField("timestamp", BigDecimal.valueOf(snapshot.timestamp().toEpochMilli(), 3));
    json.writeStringField("thread", snapshot.thread());
    json.writeArrayFieldStart("stack");
    for (FrameSnapshot frame : snapshot.stack()) {
      write(frame);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("watches");
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private void write(FrameSnapshot frame) throws IOException {
    json.writeStartObject();
    json.writeStringField("function", frame.function());
    json.writeStringField("filename", frame.file());
    json.writeNumberField("lineno", frame.line());
    List<CapturedVariable> locals = frame.locals();
    if (locals == null) {
      json.writeNullField("locals");
    } else {
      json.writeObjectFieldStart("locals");
      for (CapturedVariable local : locals) {
        json.writeStringField(local.name(), local.value().toString());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  @Override
  public void exception(ExceptionSnapshot exception) {
    exceptions++;
  }

  @Override
  public void call(TracedMethod method, TracedThread thread, int depth, List<Argument> arguments) {}

  @Override
  public void returned(
      TracedMethod method,
      TracedThread thread,
      int depth,
      @Nullable String thrown,
      @Nullable String value) {}

  @Override
  public void counts(Iterable<CallCount> counts) {}

  @Override
  public void flush() throws IOException {
    json.flush();
    out.flush();
  }

  @Override
  public void finish() throws IOException {
    flush();
    System.err.println("snapshots " + snapshots);
    System.err.println("exceptions " + exceptions);
  }
}
