package dev.bottrace.cli;

import dev.bottrace.json.JsonSnapshotFile;
import dev.bottrace.json.JsonTraceWriter;
import dev.bottrace.option.ProcessHost;
import dev.bottrace.option.TraceOptions;
import dev.bottrace.trace.TraceEventSink;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes one sink of all that a run writes. What can't be opened is known before the run begins. */
final class RunSinks implements Function<OutputStream, TraceEventSink>, AutoCloseable {
  private final RunOutput output;
  private final TraceOptions options;
  private final OutputStream stdout;
  private final ProcessHost host;
  private final @Nullable JsonSnapshotFile file;
  private boolean used;

  RunSinks(RunOutput output, TraceOptions options, OutputStream stdout, ProcessHost host)
      throws IOException {
    output.checkIsNoCode();
    this.output = output;
    this.options = options;
    this.stdout = stdout;
    this.host = host;
    this.file = output.jsonOut() == null ? null : new JsonSnapshotFile(Path.of(output.jsonOut()));
  }

  @Override
  public TraceEventSink apply(OutputStream trace) {
    return to(trace);
  }

  /** Returns the sink, which writes the trace to a stream. */
  TraceEventSink to(OutputStream trace) {
    used = true;
    TraceEventSink sink = withSnapshots(output.format().writer(trace, options.top()), trace);
    return output.printResult() || output.verbose()
        ? new SnapshotReport(sink, output, output.out() == null ? trace : stdout, host)
        : sink;
  }

  private TraceEventSink withSnapshots(TraceEventSink writer, OutputStream trace) {
    if (file != null) {
      return new SnapshotFileSink(writer, file);
    }
    return output.format() == TraceFormat.TEXT && !options.state().breakpoints().isEmpty()
        ? new MixedFormSink(writer, new JsonTraceWriter(trace))
        : writer;
  }

  /** Writes what there is to say of a run of which nothing is recorded. */
  void finishUnused() throws IOException {
    if (!used && (file != null || output.printResult())) {
      to(output.out() == null ? stdout : OutputStream.nullOutputStream()).finish();
    }
  }

  /** Gives up what is not finished. */
  @Override
  public void close() {
    if (file != null) {
      file.close();
    }
  }
}
