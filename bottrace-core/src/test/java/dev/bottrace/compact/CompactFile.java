package dev.bottrace.compact;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bottrace.json.JsonTraceWriter;
import dev.bottrace.text.TextTraceWriter;
import dev.bottrace.trace.BreakpointSnapshot;
import dev.bottrace.trace.CapturedValue;
import dev.bottrace.trace.CapturedVariable;
import dev.bottrace.trace.FrameSnapshot;
import dev.bottrace.trace.TraceEventSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A trace in a file, and what is printed of it. */
final class CompactFile {
  private final Path path;

  CompactFile(Path directory) {
    this.path = directory.resolve("trace.bt");
  }

  /** Writes something to a sink. */
  interface Source {
    void writeTo(TraceEventSink sink) throws IOException;
  }

  static byte[] bytes(Source source) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    source.writeTo(new CompactTraceWriter(out));
    return out.toByteArray();
  }

  CompactTrace with(byte[] content) throws IOException {
    Files.write(path, content);
    return CompactTrace.read(path);
  }

  CompactTrace of(Source source) throws IOException {
    return with(bytes(source));
  }

  Path path() {
    return path;
  }

  static String text(Source source) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    source.writeTo(new TextTraceWriter(out, 10));
    return out.toString(UTF_8);
  }

  static String json(Source source) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    source.writeTo(new JsonTraceWriter(out, 0));
    return out.toString(UTF_8);
  }

  /** Makes a snapshot of one variable. */
  static BreakpointSnapshot snapshot(CapturedValue value) {
    List<CapturedVariable> locals = List.of(new CapturedVariable("x", value));
    return new BreakpointSnapshot(
        "a/App.java:9",
        Instant.ofEpochSecond(-5, 123_456_789),
        "main",
        List.of(new FrameSnapshot("App.run", "a/App.java", 9, locals, null)),
        List.of());
  }
}
